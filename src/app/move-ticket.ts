import { advance, type TicketAction } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket, TicketStatus } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Actor, Desk } from './desk.ts'
import { keepPromises } from './keep-promises.ts'

/**
 * Takes the ticket one step along its life cycle, writes the audit and tells both sides. Nothing happens where the status stays.
 * @throws TicketError `transition-refused`
 */
export async function moveTicket(
  desk: Desk,
  ticket: Ticket,
  action: TicketAction,
  by: { readonly actor: Actor; readonly agent: Agent | null },
): Promise<Ticket> {
  const advanced = advance(ticket, action, desk.now)
  if (advanced.status === ticket.status) return ticket
  auditStatus(desk, advanced, ticket.status, by.actor)
  const moved = await keepPromises(desk, advanced)
  desk.stores.tickets.update(moved)
  const customer = await customerOf(desk, moved)
  await desk.notices.statusChanged({ ticket: moved, before: ticket.status, customer, agent: by.agent })
  return moved
}

function auditStatus(desk: Desk, ticket: Ticket, before: TicketStatus, actor: Actor): void {
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId: ticket.id,
    kind: 'status-changed',
    actor,
    before,
    after: ticket.status,
    at: desk.now,
  })
}
