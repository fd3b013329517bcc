import { TicketError } from './errors.ts'
import type { Ticket, TicketStatus } from './ticket.ts'

/** What can happen to a ticket's status, and who does it. */
export type TicketAction =
  | 'take'
  | 'agent-reply'
  | 'ask-customer'
  | 'resolve'
  | 'customer-message'
  | 'customer-not-solved'
  | 'customer-solved'
  | 'silence'
  | 'withdraw'

type Row = Readonly<Partial<Record<TicketStatus, TicketStatus>>>

/** Row: what happens; column: the status before; cell: the status after. An empty cell is a refusal. */
const TRANSITIONS: Readonly<Record<TicketAction, Row>> = {
  take: { new: 'open', open: 'open' },
  'agent-reply': { new: 'open', open: 'open' },
  'ask-customer': { new: 'pending', open: 'pending' },
  resolve: { new: 'resolved', open: 'resolved', pending: 'resolved' },
  'customer-message': { new: 'new', open: 'open', pending: 'open', resolved: 'open' },
  'customer-not-solved': { resolved: 'open' },
  'customer-solved': { resolved: 'closed' },
  silence: { resolved: 'closed' },
  withdraw: { new: 'cancelled', open: 'cancelled', pending: 'cancelled' },
}

export function canHappen(status: TicketStatus, action: TicketAction): boolean {
  return TRANSITIONS[action][status] !== undefined
}

/**
 * The ticket after `action`, its version one higher; the same object where nothing changes.
 * @throws TicketError `transition-refused` where the life cycle has no such step
 */
export function advance(ticket: Ticket, action: TicketAction, now: Date): Ticket {
  const status = TRANSITIONS[action][ticket.status]
  if (status === undefined) throw new TicketError('transition-refused', { status: ticket.status, action })
  if (status === ticket.status) return ticket
  const ended = status === 'closed' || status === 'cancelled'
  return {
    ...ticket,
    status,
    resolvedAt: status === 'resolved' ? now : ended ? ticket.resolvedAt : null,
    endedAt: ended ? now : null,
    version: ticket.version + 1,
  }
}

/** The moment up to which a resolved ticket is reopened by a message. */
export function reopenDeadline(resolvedAt: Date, windowDays: number): Date {
  return new Date(resolvedAt.getTime() + windowDays * 86_400_000)
}

/** Whether a customer's message may still go to the ticket (and reopen it, if resolved). */
export function takesMessages(ticket: Ticket, now: Date, windowDays: number): boolean {
  if (ticket.status !== 'resolved') return ticket.status !== 'closed' && ticket.status !== 'cancelled'
  return ticket.resolvedAt === null || now <= reopenDeadline(ticket.resolvedAt, windowDays)
}
