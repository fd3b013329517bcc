import { after, type TimeSpan } from './business-calendar.ts'
import type { SlaTarget } from './sla.ts'
import type { SlaRules } from './sla-rules.ts'
import type { Priority, Ticket, TicketStatus } from './ticket.ts'

/** What waits for the agents, and what of it burns. */

export const QUEUE_FILTERS = ['mine', 'unassigned', 'breaching', 'all'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

/** Statuses in which a ticket is in the queue. */
export const QUEUED = ['new', 'open', 'pending'] as const satisfies readonly TicketStatus[]
/** Those of them in which the next move is the agents': the promise runs. */
export const RUNNING = ['new', 'open'] as const satisfies readonly TicketStatus[]

/** The last part of the promised time in which a promise counts as about to break. */
const LAST_PART = 1 / 4

/** The promise of a ticket that is to be kept next: the first answer, and once it was given, the solution. */
export function nextPromise({
  firstReplyAt,
  promisedAt,
  resolveBy,
}: Pick<Ticket, 'firstReplyAt' | 'promisedAt' | 'resolveBy'>): {
  readonly target: SlaTarget
  /** Null: no time is known. */
  readonly by: Date | null
} {
  return firstReplyAt === null
    ? { target: 'firstResponse', by: promisedAt }
    : { target: 'resolution', by: resolveBy }
}

/** Moments up to which running promises are due that count as about to break, or as broken. */
export type DueSoon = Readonly<Record<Priority, Readonly<Record<SlaTarget, Date>>>>

/** Due by then is what has a quarter of its promised time left at most, counted as it was promised: time that stood still is none. */
export function dueSoon({ calendar, targets }: SlaRules, now: Date): DueSoon {
  const until = ({ unit, ms }: TimeSpan) => after(calendar, now, { unit, ms: ms * LAST_PART })
  const both = (priority: Priority) => ({
    firstResponse: until(targets[priority].firstResponse),
    resolution: until(targets[priority].resolution),
  })
  return { urgent: both('urgent'), standard: both('standard'), complex: both('complex') }
}
