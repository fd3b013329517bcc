import { DateTime } from 'luxon'
import type { Priority, Ticket } from './ticket.ts'

const HOURS: Readonly<Record<Exclude<Priority, 'complex'>, number>> = { standard: 24, urgent: 2 }
const COMPLEX_BUSINESS_DAYS = 3

/**
 * When the customer is promised an answer: standard within 24 hours, urgent within 2 hours, complex within 3 business days
 * (Monday to Friday in the shop's zone, counted from the day after; the clock time stays).
 * Source: section 5 of the support guide the product follows.
 */
export function promiseFor(priority: Priority, openedAt: Date, timeZone: string): Date {
  if (priority !== 'complex') return new Date(openedAt.getTime() + HOURS[priority] * 3_600_000)
  let day = DateTime.fromJSDate(openedAt, { zone: timeZone })
  for (let left = COMPLEX_BUSINESS_DAYS; left > 0; ) {
    day = day.plus({ days: 1 })
    if (day.weekday <= 5) left -= 1
  }
  return day.toJSDate()
}

/** So long before the promised time nobody can expect an answer any more that nobody has begun. */
const TOLD_AHEAD_MS = 15 * 60_000
/** A promise broken longer ago is no news to anybody. */
const TOLD_LATE_MS = 24 * 3_600_000

/** The promised times of which it is to be told now that they will not be kept: after `from`, and before `to`. */
export function delaysToTell(now: Date): { readonly from: Date; readonly to: Date } {
  return {
    from: new Date(now.getTime() - TOLD_LATE_MS),
    to: new Date(now.getTime() + TOLD_AHEAD_MS),
  }
}

/** The new time, where the promised one is about to pass without an answer and the customer was not told yet; else null. */
export function delayOf(ticket: Ticket, now: Date, timeZone: string): Date | null {
  const { from, to } = delaysToTell(now)
  const isOurs = ticket.status === 'new' || ticket.status === 'open'
  const isAnswered = ticket.firstReplyAt !== null || ticket.delayedUntil !== null
  if (!isOurs || isAnswered || ticket.promisedAt <= from || ticket.promisedAt >= to) return null
  const fromThen = promiseFor(ticket.priority, ticket.promisedAt, timeZone)
  // After an outage the same measure again may be over as well.
  return fromThen > to ? fromThen : promiseFor(ticket.priority, now, timeZone)
}
