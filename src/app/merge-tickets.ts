import { TicketError } from '../domain/errors.ts'
import { advance } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import { isUnfinished, type Ticket } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { keepPromises } from './keep-promises.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Closes a ticket that is about the same thing as another one of the customer's; what they write about it from then on goes to that
 * one. Its messages stay where they are. Whatever was merged is closed, so there are no circles.
 * @throws TicketError `merge-itself`, `merge-other-customer`, `merge-into-ended`, or `transition-refused` for a duplicate that is over
 */
export async function mergeTickets(desk: Desk, duplicate: Ticket, into: Ticket, by: Agent): Promise<Ticket> {
  if (duplicate.id === into.id) throw new TicketError('merge-itself')
  if (duplicate.customerId !== into.customerId) throw new TicketError('merge-other-customer')
  if (!isUnfinished(into)) throw new TicketError('merge-into-ended')
  const ended: Ticket = { ...advance(duplicate, 'merge', desk.now), mergedIntoId: into.id }
  // Guards the one that goes on: who closes it in this very moment does it before, or after, but not at once.
  const goesOn: Ticket = { ...into, version: into.version + 1 }
  const actor = `agent:${by.id}` as const
  writeAudit(desk, duplicate, actor, 'status-changed', { before: duplicate.status, after: ended.status })
  const closed = await keepPromises(desk, ended)
  desk.stores.tickets.update(closed)
  desk.stores.tickets.update(goesOn)
  writeAudit(desk, duplicate, actor, 'merged', { before: null, after: into.id })
  writeAudit(desk, into, actor, 'took-in', { before: null, after: duplicate.id })
  const customer = await customerOf(desk, duplicate)
  await desk.notices.ticketsMerged({ duplicate: closed, into: goesOn, customer })
  return closed
}

/** So many merges in a row are followed: each was of two tickets that somebody had looked at. */
const CHAIN_MAX = 20

/** The ticket that goes on: the one a duplicate was merged into, or into which that one was. */
export async function followMerged(desk: Desk, ticket: Ticket): Promise<Ticket> {
  let last = ticket
  for (let step = 0; step < CHAIN_MAX && last.mergedIntoId !== null; step += 1) {
    const next = await desk.stores.tickets.byId(last.mergedIntoId)
    if (next === null) return last
    last = next
  }
  return last
}
