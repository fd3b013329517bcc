import type { Catalog } from '../catalog.ts'
import { readOrderNumber } from '../order-number.ts'
import { DESCRIPTION_MIN, visibleCharacters } from './description.ts'

/**
 * What a text typed at the order step is. `isStory`: it tells what happened, so it belongs to the description, whether or not
 * there is a number in it.
 */
export type OrderAnswer =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'asked'; readonly numbers: readonly string[]; readonly isStory: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'words' }

/** A text longer than any order number is meant for people to read, unless it is a link. */
const ORDER_TYPED_MAX = 40
/** "Order number 12345" is a number mistyped; more words than these are a story. */
const WORDS_BESIDE_NUMBER = 2

export function readOrderAnswer(catalog: Pick<Catalog, 'orderNumber'>, typed: string): OrderAnswer {
  const reading = readOrderNumber(catalog, typed)
  if (reading.kind === 'exact') return { kind: 'number', number: reading.number }
  const isStory = tellsStory(typed.trim())
  if (reading.kind === 'asked') return { kind: 'asked', numbers: reading.numbers, isStory }
  return { kind: isStory ? 'words' : 'wrong' }
}

function tellsStory(text: string): boolean {
  if (/^https?:\/\/\S+$/u.test(text)) return false
  if (text.length > ORDER_TYPED_MAX) return true
  if (visibleCharacters(text) < DESCRIPTION_MIN) return false
  const words = text.match(/\p{L}{3,}/gu)?.length ?? 0
  return /\d/.test(text) ? words > WORDS_BESIDE_NUMBER : words > 0
}
