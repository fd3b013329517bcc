import { canHappen, reopenDeadline } from '../domain/lifecycle.ts'
import type { Desk } from './desk.ts'
import { moveTicket } from './move-ticket.ts'

/** Closes a resolved ticket whose customer has been silent for the whole reopen window; asked too early, it does nothing. */
export async function closeSilentTicket(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null || ticket.resolvedAt === null || !canHappen(ticket.status, 'silence')) return
  if (desk.now < reopenDeadline(ticket.resolvedAt, desk.rules.reopenWindowDays)) return
  await moveTicket(desk, ticket, 'silence', { actor: 'system', agent: null })
}
