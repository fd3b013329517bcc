import type { Desk } from './desk.ts'

/** A ticket lives in a group that is no longer its own: it gets its card and the last words in the right one. */
export async function settleStrayTicket(desk: Desk, ticketId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket !== null) await desk.notices.threadStray(ticket)
}
