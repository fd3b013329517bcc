/** What the shop says of an order. */
export interface OrderFacts {
  /** Does the shop know it? */
  readonly found: boolean
  /** Is it this customer's? Null: the shop does not tell, or does not know who asks. */
  readonly belongs: boolean | null
  /** When it was placed: `YYYY-MM-DD`. */
  readonly date: string | null
  readonly items: readonly string[]
  /** In the shop's own words. */
  readonly status: string | null
}

/** An answer so young is not asked for again. Milliseconds. */
const FRESH_MS = 10 * 60_000
/** So long a customer is told of a number that the shop did not find: it may have been placed since. */
const TELLING_MS = 3_600_000

export function isFresh(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < FRESH_MS
}

/**
 * Is the number to be checked? Not found and not theirs are the same to a customer: whether somebody else has such an order
 * is none of their business.
 */
export function isDoubtful(facts: OrderFacts | null): boolean {
  return facts !== null && (!facts.found || facts.belongs === false)
}

export function isTelling(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < TELLING_MS
}
