import type { TicketMessage } from '../domain/ticket-message.ts'
import type { Desk } from './desk.ts'

/** How many of the last messages are looked through for an earlier part of the same album. */
const ALBUM_LOOK_BACK = 30

/** An agent's message has reached the customer's chat: said by a mark on it. */
export async function recordDelivered(desk: Desk, ticketId: string, messageId: string): Promise<void> {
  const message = await desk.stores.messages.byId(messageId)
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (message === null || ticket === null || message.author !== 'agent' || message.retractedAt !== null)
    return
  if (await isLaterPart(desk, message)) return
  await desk.notices.messageMarked({ ticket, message, as: 'delivered' })
}

/** An album is one message to those who look at it: its first part has the mark. */
async function isLaterPart(desk: Desk, message: TicketMessage): Promise<boolean> {
  if (message.albumId === null) return false
  const last = await desk.stores.messages.lastOf(message.ticketId, ALBUM_LOOK_BACK)
  return last.some(
    ({ albumId, sourceMessageId }) =>
      albumId === message.albumId && sourceMessageId < message.sourceMessageId,
  )
}
