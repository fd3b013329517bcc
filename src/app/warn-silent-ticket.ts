import { canHappen, closingNoticeAt, reopenDeadline } from '../domain/lifecycle.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'

/** Tells a silent customer, once, when their resolved ticket is going to be closed; asked too early or too late, it does nothing. */
export async function warnSilentTicket(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null || ticket.resolvedAt === null || ticket.closingToldAt !== null) return
  const { reopenWindowDays } = desk.rules
  const due = closingNoticeAt(ticket.resolvedAt, reopenWindowDays)
  const closesAt = reopenDeadline(ticket.resolvedAt, reopenWindowDays)
  if (!canHappen(ticket.status, 'silence') || due === null || desk.now < due || desk.now >= closesAt) return
  desk.stores.tickets.update({ ...ticket, closingToldAt: desk.now, version: ticket.version + 1 })
  desk.notices.closingSoon({ ticket, customer: await customerOf(desk, ticket), closesAt })
}
