import type { Ticket, TicketStatus } from './ticket.ts'

/** What waits for the agents, and what of it burns. */

export const QUEUE_FILTERS = ['mine', 'unassigned', 'breaching', 'all'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

/** Statuses in which a ticket is in the queue. */
export const QUEUED = ['new', 'open', 'pending'] as const satisfies readonly TicketStatus[]
/** Those of them in which the next move is the agents': the promise runs. */
export const RUNNING = ['new', 'open'] as const satisfies readonly TicketStatus[]

/** The last part of the promised time in which a promise counts as about to break. */
const LAST_PART = 1 / 4
/** The longest time promised, three business days with a week-end and holidays between. Milliseconds. */
const LONGEST_PROMISE_MS = 14 * 86_400_000

type Promised = Pick<Ticket, 'status' | 'createdAt' | 'promisedAt' | 'firstReplyAt'>

/** The answer was promised within the last quarter of its time, or for a moment that has passed, and nobody has given it. */
export function isBreaching(ticket: Promised, now: Date): boolean {
  const isOurs = (RUNNING as readonly TicketStatus[]).includes(ticket.status)
  if (!isOurs || ticket.firstReplyAt !== null) return false
  const promised = ticket.promisedAt.getTime()
  return now.getTime() >= promised - (promised - ticket.createdAt.getTime()) * LAST_PART
}

/** No ticket that is promised for later is breaching now. */
export function lastBreachingPromise(now: Date): Date {
  return new Date(now.getTime() + LONGEST_PROMISE_MS * LAST_PART)
}
