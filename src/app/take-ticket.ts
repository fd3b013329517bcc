import { advance } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { claimTopic } from './claim-topic.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { keepPromises } from './keep-promises.ts'

/**
 * Makes the agent the assignee and, of a new ticket, an open one.
 * @throws TicketError `transition-refused` for a ticket that nobody can take any more
 */
export async function takeTicket(desk: Desk, ticket: Ticket, agent: Agent): Promise<Ticket> {
  const opened = advance(ticket, 'take', desk.now)
  if (opened === ticket && ticket.assigneeId === agent.id) return ticket
  const mine: Ticket = { ...opened, assigneeId: agent.id, version: ticket.version + 1 }
  const audit = { ticketId: ticket.id, actor: `agent:${agent.id}`, at: desk.now } as const
  desk.stores.events.add({
    ...audit,
    id: desk.ids.next(),
    kind: 'assigned',
    before: ticket.assigneeId,
    after: agent.id,
  })
  if (opened !== ticket)
    desk.stores.events.add({
      ...audit,
      id: desk.ids.next(),
      kind: 'status-changed',
      before: ticket.status,
      after: mine.status,
    })
  const taken = await keepPromises(desk, mine)
  desk.stores.tickets.update(taken)
  await claimTopic(desk, taken)
  if (opened === ticket) {
    await desk.notices.cardChanged(taken)
    return taken
  }
  const customer = await customerOf(desk, ticket)
  await desk.notices.statusChanged({ ticket: taken, before: ticket.status, customer, agent })
  return taken
}
