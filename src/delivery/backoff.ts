export interface Backoff {
  /** Wait after the first failure, in ms; doubled by each further one. */
  readonly firstMs: number
  readonly maxMs: number
}

export const DEFAULT_BACKOFF: Backoff = { firstMs: 1_000, maxMs: 60_000 }
/** While the database is away: asking it costs nobody anything, and people wait. */
export const STORE_BACKOFF: Backoff = { firstMs: 200, maxMs: 2_000 }

/**
 * How long to wait after `failures` failures in a row (1 or more), in ms. A jitter of up to a fifth less
 * keeps what failed together from coming back together.
 */
export function backoffMs(
  failures: number,
  backoff: Backoff = DEFAULT_BACKOFF,
  random = Math.random,
): number {
  const doublings = Math.min(Math.max(0, failures - 1), 30)
  const full = Math.min(backoff.firstMs * 2 ** doublings, backoff.maxMs)
  return Math.round(full * (1 - 0.2 * random()))
}
