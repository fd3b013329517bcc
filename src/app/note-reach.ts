import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'

/** The customer blocked the bot or let it in again: the cards show it, and agents whose words got lost are told to try again. */
export async function noteReach(desk: Desk, before: Customer, now: Customer): Promise<void> {
  const lostSince = before.unreachableSince
  if ((lostSince === null) === (now.unreachableSince === null)) return
  for (const ticket of await desk.stores.tickets.unfinishedOf(now.id)) {
    await desk.notices.cardChanged(ticket)
    if (lostSince !== null && (await lostSomething(desk, ticket.id, lostSince))) {
      await desk.notices.customerReturned(ticket)
    }
  }
}

async function lostSomething(desk: Desk, ticketId: string, since: Date): Promise<boolean> {
  const events = await desk.stores.events.of(ticketId)
  return events.some(
    (event) => event.kind === 'delivery-failed' && event.after === 'blocked' && event.at >= since,
  )
}
