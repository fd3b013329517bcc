import type { Customer } from './people.ts'

/** A customer who may not write to the staff for a while. It ends by itself: whoever asks, asks the time as well. */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Longer than any shop, and a moment that both databases can hold. */
export const FOREVER = new Date('9999-12-31T00:00:00Z')
/** So many days of one term; for longer there is "forever". */
const DAYS_MAX = 3_650

export const REASON_MAX = 300
/** Told anew after this time: whoever writes in between has read it lately. */
const TOLD_AGAIN_MS = DAY_MS

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|ч)$/i, HOUR_MS],
  [/^(?:d|д)$/i, DAY_MS],
  [/^(?:w|н)$/i, 7 * DAY_MS],
]
const NO_END = /^(?:forever|навсегда)$/i

/** When a ban of this term ends: `12h`, `3d`, `2w` (or `12ч`, `3д`, `2н`), `forever`; null: that is no term. */
export function readBanEnd(term: string, now: Date): Date | null {
  if (NO_END.test(term)) return FOREVER
  const [, digits = '', letter = ''] = /^(\d{1,4})(\p{L})$/u.exec(term) ?? []
  const unitMs = UNITS.find(([pattern]) => pattern.test(letter))?.[1]
  if (unitMs === undefined) return null
  const ms = Number(digits) * unitMs
  return ms === 0 || ms > DAYS_MAX * DAY_MS ? null : new Date(now.getTime() + ms)
}

/** Until when the customer may not write; null: they may. */
export function bannedUntil(customer: Pick<Customer, 'bannedUntil'>, now: Date): Date | null {
  const until = customer.bannedUntil
  return until !== null && until > now ? until : null
}

export function isForever(until: Date): boolean {
  return until.getTime() === FOREVER.getTime()
}

/** Has the customer not read of it lately? */
export function isBanToBeTold({ banToldAt }: Pick<Customer, 'banToldAt'>, now: Date): boolean {
  return banToldAt === null || now.getTime() - banToldAt.getTime() >= TOLD_AGAIN_MS
}
