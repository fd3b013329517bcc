import { after } from './business-calendar.ts'
import type { Sla } from './sla.ts'
import type { SlaRules } from './sla-rules.ts'
import type { Ticket } from './ticket.ts'

/** What a customer is told where an answer will be late. */

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
export function delayOf(ticket: Ticket, sla: Sla, rules: SlaRules, now: Date): Date | null {
  const { from, to } = delaysToTell(now)
  const { state, dueAt } = sla.firstResponse
  if (state !== 'running' || dueAt === null || ticket.delayedUntil !== null) return null
  if (dueAt <= from || dueAt >= to) return null
  const target = rules.targets[ticket.priority].firstResponse
  const fromThen = after(rules.calendar, dueAt, target)
  // After an outage the same measure again may be over as well.
  return fromThen > to ? fromThen : after(rules.calendar, now, target)
}

/** When the customer is to have an answer, as they were told last. */
export function answerBy({ promisedAt, delayedUntil }: Pick<Ticket, 'promisedAt' | 'delayedUntil'>): Date {
  return delayedUntil !== null && delayedUntil > promisedAt ? delayedUntil : promisedAt
}
