import { delayOf } from '../domain/promise.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { slaNow } from './keep-promises.ts'

/** Tells a customer, once, that the promised time will not be kept, and the new one; asked too early or too late, it does nothing. */
export async function tellOfDelay(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null) return
  const delayedUntil = delayOf(ticket, await slaNow(desk, ticket), desk.rules.sla, desk.now)
  if (delayedUntil === null) return
  const delayed = { ...ticket, delayedUntil, version: ticket.version + 1 }
  desk.stores.tickets.update(delayed)
  const customer = await customerOf(desk, ticket)
  await desk.notices.answerDelayed({ ticket: delayed, customer, delayedUntil })
}
