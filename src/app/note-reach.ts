import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'

/** The customer blocked the bot or let it in again: the cards show it, and agents whose words waited read that they go out. */
export async function noteReach(desk: Desk, before: Customer, now: Customer): Promise<void> {
  const lostSince = before.unreachableSince
  if ((lostSince === null) === (now.unreachableSince === null)) return
  for (const ticket of await desk.stores.tickets.unfinishedOf(now.id)) {
    await desk.notices.cardChanged(ticket)
    if (lostSince !== null && (await stillWaits(desk, ticket.id, lostSince))) {
      await desk.notices.customerReturned(ticket)
    }
  }
}

/** A message of which the agents read that it waits, and not since that it was given up. */
async function stillWaits(desk: Desk, ticketId: string, since: Date): Promise<boolean> {
  const events = await desk.stores.events.of(ticketId)
  const failed = new Set(events.filter(({ kind }) => kind === 'delivery-failed').map(({ before }) => before))
  return events.some(({ kind, before, at }) => kind === 'delivery-held' && at >= since && !failed.has(before))
}
