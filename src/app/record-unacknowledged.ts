import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'

/** Telegram did not take the reaction that says "it is in your ticket": words say it. */
export async function recordUnacknowledged(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null || ticket.strippedAt !== null) return
  desk.notices.messageAdded({ ticket, customer: await customerOf(desk, ticket) })
}
