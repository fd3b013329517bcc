import type { Catalog } from '../catalog.ts'
import { isOrderNumber } from '../catalog.ts'
import { DESCRIPTION_MIN, visibleCharacters } from './description.ts'

/** What a text typed at the order step is. `words`: it tells what happened, so it belongs to the description. */
export type OrderAnswer =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'words' }

/** A text longer than any order number is meant for people to read. */
const ORDER_TYPED_MAX = 40
/** "Order number 12345" is a number mistyped; more words than these are a story. */
const WORDS_BESIDE_NUMBER = 2

export function readOrderAnswer(catalog: Pick<Catalog, 'orderNumber'>, typed: string): OrderAnswer {
  const number = typed.trim()
  if (isOrderNumber(catalog, number)) return { kind: 'number', number: number.toUpperCase() }
  if (number.length > ORDER_TYPED_MAX) return { kind: 'words' }
  if (visibleCharacters(number) < DESCRIPTION_MIN) return { kind: 'wrong' }
  const words = number.match(/\p{L}{3,}/gu)?.length ?? 0
  const isStory = /\d/.test(number) ? words > WORDS_BESIDE_NUMBER : words > 0
  return { kind: isStory ? 'words' : 'wrong' }
}
