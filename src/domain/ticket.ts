/** The ticket and the words a help desk uses for it. */

export const TICKET_STATUSES = ['new', 'open', 'pending', 'resolved', 'closed', 'cancelled'] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

export const PRIORITIES = ['standard', 'urgent', 'complex'] as const
export type Priority = (typeof PRIORITIES)[number]

/** How the customer wants to get the answer: here, here and by e-mail, or here and by a call. */
export const REPLY_CHANNELS = ['telegram', 'email', 'call'] as const
export type ReplyChannel = (typeof REPLY_CHANNELS)[number]

export interface Ticket {
  readonly id: string
  /** Six to eight digits, unique, random: see ticket-number.ts. */
  readonly number: string
  readonly customerId: string
  readonly categoryId: string
  readonly problemId: string
  readonly orderNumber: string | null
  readonly description: string
  readonly status: TicketStatus
  readonly priority: Priority
  readonly replyChannel: ReplyChannel
  /** The address for `email`, the number for `call`; null for `telegram`. */
  readonly replyTo: string | null
  /** The agent who took it. */
  readonly assigneeId: string | null
  /** The closed ticket that this one continues. */
  readonly precededById: string | null
  /** Of two tickets about the same thing, the one that goes on. */
  readonly mergedIntoId: string | null
  readonly createdAt: Date
  /** When an agent is to have answered first. */
  readonly promisedAt: Date
  /** When it is to be resolved; null: filed before that was promised. */
  readonly resolveBy: Date | null
  /** When agents are to be told of a promise next; null: there is nothing to tell. */
  readonly slaNextAt: Date | null
  /** What they were told of its promises: see sla-alerts.ts. */
  readonly slaTold: string
  /** When an agent first answered. */
  readonly firstReplyAt: Date | null
  /** The new time the customer was told when the promised one could not be kept. */
  readonly delayedUntil: Date | null
  readonly resolvedAt: Date | null
  /** When the customer was told that silence is about to close it. */
  readonly closingToldAt: Date | null
  /** When it was closed or cancelled. */
  readonly endedAt: Date | null
  /** When its words and files were deleted: figures are what is left. */
  readonly strippedAt: Date | null
  /** Grows by one with each change; a writer who saw an older one is refused. */
  readonly version: number
}

/** Neither closed nor cancelled: a customer's free message may still go to it. */
export function isUnfinished(ticket: Pick<Ticket, 'status'>): boolean {
  return ticket.status !== 'closed' && ticket.status !== 'cancelled'
}
