import { type Finding, fine, warning } from './finding.ts'

/** Leases and promises bear less; people notice more. Milliseconds. */
const TOLERATED_MS = 30_000
const ANSWER_WITHIN_MS = 5_000

/** Holds this machine's clock against the one of the server that `apiRoot` names. */
export async function checkClock(apiRoot: string, now: () => Date): Promise<Finding> {
  const askedAt = now().getTime()
  const date = await dateHeader(apiRoot)
  if (date === null) {
    const mend = "check that the machine's clock is set by itself (NTP)"
    return warning('clock', 'nobody was there to compare it with', mend)
  }
  // The header was written somewhere between the question and the answer, and has whole seconds.
  const here = (askedAt + now().getTime()) / 2
  return judgeClock(here - date.getTime(), 'Telegram')
}

/** @param aheadMs how much this machine is ahead of the other clock; ms, negative where it is behind */
export function judgeClock(aheadMs: number, other: string): Finding {
  const seconds = Math.round(Math.abs(aheadMs) / 1_000)
  if (Math.abs(aheadMs) <= TOLERATED_MS) return fine('clock', `it agrees with that of ${other}`)
  const direction = aheadMs > 0 ? 'ahead of' : 'behind'
  const mend = 'let the machine set its clock by itself (NTP): promises are told and kept by it'
  return warning('clock', `it is ${seconds} seconds ${direction} that of ${other}`, mend)
}

async function dateHeader(apiRoot: string): Promise<Date | null> {
  try {
    const response = await fetch(apiRoot, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const date = new Date(response.headers.get('date') ?? '')
    return Number.isNaN(date.getTime()) ? null : date
  } catch {
    return null
  }
}
