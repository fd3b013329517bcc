import { DateTime } from 'luxon'
import type { Priority } from './ticket.ts'

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
