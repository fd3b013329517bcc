/**
 * How fast one customer may write and tap before the desk gathers what they do. Nothing is refused: messages beyond the pace are shown to the
 * staff several at a time, and of screens asked for beyond it only the last is shown.
 */

export interface PaceRule {
  /** So many in a row are worth an answer each. */
  readonly burst: number
  /** One more each so many ms. */
  readonly perMs: number
}

/** Ten messages at once, ten a minute. An album is one. */
export const MESSAGE_PACE: PaceRule = { burst: 10, perMs: 6_000 }
/** Commands, and taps in menus. */
const SCREEN_PACE: PaceRule = { burst: 20, perMs: 3_000 }
/** Tickets of one customer within any hour. */
export const TICKETS_AN_HOUR = 10
const HOUR_MS = 3_600_000

/** What comes beyond the pace waits for the end of such a stretch, so that it goes together. Milliseconds. */
export const GATHER_MESSAGES_MS = 15_000
export const GATHER_SCREENS_MS = 4_000

interface Meter {
  /** What has not drained away yet. */
  readonly level: number
  /** Ms since 1970. */
  readonly at: number
  /** The customer knows already. */
  readonly told: boolean
}

/** Kept with the customer. */
export interface Pace {
  readonly messages: Meter
  readonly screens: Meter
  /** The album that was counted last: its further parts are not. */
  readonly albumId: string | null
  /** When codes were mailed to them lately, in ms since 1970, oldest first. */
  readonly codes?: readonly number[]
}

/** `told-now`: beyond the pace, and the customer has not been told yet. */
export type PaceVerdict = 'within' | 'told-now' | 'beyond'

export interface Paced {
  readonly pace: Pace
  readonly verdict: PaceVerdict
}

const EMPTY: Meter = { level: 0, at: 0, told: false }
const CALM: Pace = { messages: EMPTY, screens: EMPTY, albumId: null }

/** One more message outside the form. */
export function countMessage(before: Pace | null, albumId: string | null, now: Date): Paced {
  const pace = before ?? CALM
  if (albumId !== null && albumId === pace.albumId) return { pace, verdict: 'within' }
  const { meter, verdict } = count(pace.messages, MESSAGE_PACE, now.getTime())
  return { pace: { ...pace, messages: meter, albumId }, verdict }
}

/** One more command, or tap in a menu. */
export function countScreen(before: Pace | null, now: Date): Paced {
  const pace = before ?? CALM
  const { meter, verdict } = count(pace.screens, SCREEN_PACE, now.getTime())
  return { pace: { ...pace, screens: meter }, verdict }
}

/** One more code mailed. @param recent those before it that still count */
export function countCode(before: Pace | null, recent: readonly number[], now: Date): Pace {
  return { ...(before ?? CALM), codes: [...recent, now.getTime()] }
}

/** The code of that moment was mailed to nobody: another address may be tried at once. */
export function uncountCode(pace: Pace, sentAt: number): Pace {
  return { ...pace, codes: pace.codes?.filter((at) => at !== sentAt) ?? [] }
}

function count(
  { level, at, told }: Meter,
  { burst, perMs }: PaceRule,
  now: number,
): { meter: Meter; verdict: PaceVerdict } {
  // A clock that was set back drains nothing.
  const left = Math.max(0, level - Math.max(0, now - at) / perMs)
  if (left + 1 <= burst) {
    return { meter: { level: left + 1, at: now, told: told && left > burst / 2 }, verdict: 'within' }
  }
  return { meter: { level: left, at: now, told: true }, verdict: told ? 'beyond' : 'told-now' }
}

/** The end of the stretch `now` lies in: all that comes within it gets the same moment. */
export function gatherUntil(now: Date, stretchMs: number): Date {
  return new Date((Math.floor(now.getTime() / stretchMs) + 1) * stretchMs)
}

/** The moments before which a customer's tickets no longer count. */
export function hourBefore(now: Date): Date {
  return new Date(now.getTime() - HOUR_MS)
}

/**
 * When the customer may file one more ticket; null: now.
 * @param filed when the tickets of the last hour were filed, oldest first
 */
export function nextTicketAt(filed: readonly Date[]): Date | null {
  const blocking = filed.at(-TICKETS_AN_HOUR)
  return blocking === undefined ? null : new Date(blocking.getTime() + HOUR_MS)
}
