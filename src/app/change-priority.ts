import { after } from '../domain/business-calendar.ts'
import { allowsUrgent } from '../domain/catalog.ts'
import { TicketError } from '../domain/errors.ts'
import { canHappen } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Sla } from '../domain/sla.ts'
import { toldStill } from '../domain/sla-alerts.ts'
import type { Priority, Ticket } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { slaNow, withPromises } from './keep-promises.ts'

/**
 * Gives the ticket another priority, and so other promises, which its customer is told. Nothing happens where it has it already.
 * @throws TicketError `transition-refused` where nothing is promised any more, `urgent-not-allowed` where its category has none
 */
export async function changePriority(
  desk: Desk,
  ticket: Ticket,
  priority: Priority,
  agent: Agent,
): Promise<Ticket> {
  if (ticket.priority === priority) return ticket
  if (!canHappen(ticket.status, 'resolve'))
    throw new TicketError('transition-refused', { status: ticket.status })
  if (priority === 'urgent' && !allowsUrgent(desk.rules.catalog, ticket.categoryId))
    throw new TicketError('urgent-not-allowed')
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId: ticket.id,
    kind: 'priority-changed',
    actor: `agent:${agent.id}`,
    before: ticket.priority,
    after: priority,
    at: desk.now,
  })
  const anew = { ...ticket, priority, version: ticket.version + 1 }
  const sla = await slaNow(desk, anew)
  const slaTold = toldStill(ticket.slaTold, sla, desk.now)
  const delayedUntil = delayedNow(desk, anew, sla)
  const changed = withPromises({ ...anew, slaTold, delayedUntil }, sla, desk.rules.sla)
  desk.stores.tickets.update(changed)
  await desk.notices.priorityChanged({ ticket: changed, customer: await customerOf(desk, ticket), sla })
  return changed
}

/** Where the first time could not be kept, the later one may become an earlier one. */
function delayedNow({ rules, now }: Desk, { priority, delayedUntil }: Ticket, sla: Sla): Date | null {
  const { dueAt } = sla.firstResponse
  if (delayedUntil === null || (dueAt !== null && dueAt > now)) return null
  const anew = after(rules.sla.calendar, now, rules.sla.targets[priority].firstResponse)
  return delayedUntil > now && anew < delayedUntil ? anew : delayedUntil
}
