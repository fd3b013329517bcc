import { DateTime } from 'luxon'
import type { Draft } from './draft.ts'

const HOUR_MS = 3_600_000
/** A form left for so long is left. */
const LEFT_AFTER_MS = 3 * HOUR_MS
/** Later it would be a surprise and no reminder. */
const WORTH_WITHIN_MS = 72 * HOUR_MS
/** By the clock of the shop: nobody is woken up. */
const FROM_HOUR = 9
const TO_HOUR = 21

/** Forms last touched before this moment are left. */
export function leftBefore(now: Date): Date {
  return new Date(now.getTime() - LEFT_AFTER_MS)
}

/** Whether people may be reminded of anything at this hour. */
export function isReminderHour(now: Date, timeZone: string): boolean {
  const { hour } = DateTime.fromJSDate(now, { zone: timeZone })
  return hour >= FROM_HOUR && hour < TO_HOUR
}

/** Whether something in the form would be a pity to lose. */
export function isWorthReminding(draft: Draft, now: Date): boolean {
  const hasAnswers = draft.problemId !== null || draft.description.length > 0
  const hasMore = draft.attachments.length > 0 || draft.kept.length > 0
  return (hasAnswers || hasMore) && now.getTime() - draft.updatedAt.getTime() <= WORTH_WITHIN_MS
}
