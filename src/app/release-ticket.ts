import { TicketError } from '../domain/errors.ts'
import { isInHand } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import { may, type Role } from '../domain/roles.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Nobody has the ticket any more; its status stays.
 * @returns the same object where nobody had it
 * @throws TicketError `transition-refused` for one that is resolved or over, `not-yours` where a colleague has it
 */
export async function releaseTicket(
  desk: Desk,
  ticket: Ticket,
  by: { readonly agent: Agent; readonly role: Role },
): Promise<Ticket> {
  if (!isInHand(ticket))
    throw new TicketError('transition-refused', { status: ticket.status, action: 'release' })
  if (ticket.assigneeId === null) return ticket
  if (ticket.assigneeId !== by.agent.id && !may(by.role, 'release-others')) throw new TicketError('not-yours')
  const released: Ticket = { ...ticket, assigneeId: null, version: ticket.version + 1 }
  desk.stores.tickets.update(released)
  writeAudit(desk, ticket, `agent:${by.agent.id}`, 'assigned', { before: ticket.assigneeId, after: null })
  await desk.notices.cardChanged(released)
  return released
}
