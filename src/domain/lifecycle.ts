import { TicketError } from './errors.ts'
import type { Ticket, TicketStatus } from './ticket.ts'

/** What can happen to a ticket's status, and who does it. */
export type TicketAction =
  | 'take'
  | 'agent-reply'
  | 'ask-customer'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'merge'
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
  close: { new: 'closed', open: 'closed', pending: 'closed', resolved: 'closed' },
  reopen: { resolved: 'open' },
  merge: { new: 'closed', open: 'closed', pending: 'closed', resolved: 'closed' },
  'customer-message': { new: 'new', open: 'open', pending: 'open', resolved: 'open' },
  'customer-not-solved': { resolved: 'open' },
  'customer-solved': { resolved: 'closed' },
  silence: { resolved: 'closed' },
  withdraw: { new: 'cancelled', open: 'cancelled', pending: 'cancelled' },
}

export function canHappen(status: TicketStatus, action: TicketAction): boolean {
  return TRANSITIONS[action][status] !== undefined
}

/** Somebody has, or ought to have, the ticket in hand: it can be let go and handed over. */
export function isInHand({ status }: Pick<Ticket, 'status'>): boolean {
  return status === 'new' || status === 'open' || status === 'pending'
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
    closingToldAt: null,
    endedAt: ended ? now : null,
    version: ticket.version + 1,
  }
}

const DAY_MS = 86_400_000

/** The moment up to which a resolved ticket is reopened by a message. */
export function reopenDeadline(resolvedAt: Date, windowDays: number): Date {
  return new Date(resolvedAt.getTime() + windowDays * DAY_MS)
}

/**
 * When a silent customer is told that their resolved ticket is about to be closed: a day before, or half-way through a window that
 * is shorter than two days. Null: there is no window to speak of.
 */
export function closingNoticeAt(resolvedAt: Date, windowDays: number): Date | null {
  if (windowDays === 0) return null
  const ahead = Math.min(DAY_MS, (windowDays * DAY_MS) / 2)
  return new Date(reopenDeadline(resolvedAt, windowDays).getTime() - ahead)
}

/** Whether a customer's message may still go to the ticket (and reopen it, if resolved). */
export function takesMessages(ticket: Ticket, now: Date, windowDays: number): boolean {
  if (ticket.status !== 'resolved') return ticket.status !== 'closed' && ticket.status !== 'cancelled'
  return ticket.resolvedAt === null || now <= reopenDeadline(ticket.resolvedAt, windowDays)
}
