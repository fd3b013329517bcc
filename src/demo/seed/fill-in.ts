import type { Language } from '../../domain/people.ts'
import type { CustomerName, Words } from './cases.ts'

/** What one ticket is about: chosen once, so that question and answer speak of the same. */
export interface Particulars {
  readonly customer: CustomerName
  readonly product: Words['products'][number]
  readonly place: string
  readonly day: string
  /** When what it is about happened. */
  readonly date: string
  readonly sum: string
}

/** Men's names that end as women's do. */
const MEN: readonly string[] = ['Илья', 'Никита']

/** Fills in {name}, {product}, {ofProduct}, {place}, {day}, {date}, {sum}, and the ending that a Russian verb has of a woman, {а}. */
export function fillIn(text: string, about: Particulars): string {
  const { customer, product, place, day, date, sum } = about
  const isWoman = /[ая]$/.test(customer.first) && !MEN.includes(customer.first)
  const words: Readonly<Record<string, string>> = {
    ...{ name: customer.first, product: product.name, ofProduct: product.of, Product: capital(product.name) },
    ...{ place, day, date, sum, а: isWoman ? 'а' : '' },
  }
  return text.replace(/\{(\p{L}+)\}/gu, (whole, word: string) => words[word] ?? whole)
}

export function formatDate(date: Date, language: Language): string {
  return date.toLocaleDateString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    ...{ day: 'numeric', month: 'long', timeZone: 'Europe/Moscow' },
  })
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
