import type { Catalog } from './catalog.ts'
import { candidatesIn, spellings, withADash } from './order-spellings.ts'

type OrderRules = Pick<Catalog, 'orderNumber'>

/** Longer texts are no order numbers, whatever the pattern says: a pattern's cost grows with the text. In characters. */
const ORDER_NUMBER_LENGTH = 64

/** Whether the text, as a whole and without spaces around it, has the form of one of the shop's order numbers. */
export function isOrderNumber(rules: OrderRules, text: string): boolean {
  return matcherOf(rules)(text.trim())
}

function matcherOf({ orderNumber }: OrderRules): (candidate: string) => boolean {
  const patterns = orderNumber.patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'))
  return (candidate) =>
    candidate.length <= ORDER_NUMBER_LENGTH && patterns.some((pattern) => pattern.test(candidate))
}

/** How a text names an order. */
export type OrderReading =
  | { readonly kind: 'exact'; readonly number: string }
  /** What may have been meant, the likeliest first. It differs from what was typed, or is not the only reading: it takes a yes. */
  | { readonly kind: 'asked'; readonly numbers: readonly string[] }
  | { readonly kind: 'none' }

/** More to choose from is no help. */
const MOST_ASKED = 4
/** A text made of nothing but digits and spaces has more readings than anybody needs. */
const MOST_READINGS = 5_000

/**
 * Reads an order number out of a text, typing errors and all: spaces, other dashes or none, Cyrillic letters that look Latin
 * and the other way round, small letters, a sign or words before it, a whole link or sentence around it. Nothing is taken
 * without asking but what was typed exactly.
 */
export function readOrderNumber(rules: OrderRules, typed: string): OrderReading {
  const matches = matcherOf(rules)
  const exact = typed.trim()
  const isExact = matches(exact)
  const numbers = new Set<string>()
  let read = 0
  for (const candidate of isExact ? [exact] : candidatesIn(exact, ORDER_NUMBER_LENGTH)) {
    const isNumber = matches(candidate)
    if (isNumber) numbers.add(candidate)
    // A dash left out can make one order's number another's, so even a right one may be asked about.
    for (const way of isNumber ? withADash(candidate) : spellings(candidate)) {
      if (matches(way)) numbers.add(way)
      read += 1
    }
    if (numbers.size >= MOST_ASKED || read > MOST_READINGS) break
  }
  if (numbers.size === 0) return { kind: 'none' }
  if (isExact && numbers.size === 1) return { kind: 'exact', number: exact }
  return { kind: 'asked', numbers: [...numbers].slice(0, MOST_ASKED) }
}
