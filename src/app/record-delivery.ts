import type { Ticket } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import type { DeliveryTrouble } from './message-notices.ts'
import { sayIfMailed } from './record-mail.ts'

/** The call that did it, and where it went. */
interface DoneBy {
  readonly callId: string
  readonly chatId: number
}

/** Keeps the topic that Telegram made for a ticket; null when none could be made: the ticket then lives in General. */
export async function recordTopic(
  desk: Desk,
  ticketId: string,
  by: DoneBy,
  topicId: number | null,
): Promise<void> {
  const thread = await desk.stores.threads.ofTicket(ticketId)
  // Another one is being made by now, or an agent's message has shown which it is.
  if (thread === null || thread.topicCallId !== by.callId) return
  desk.stores.threads.save({ ...thread, topicId, topicCallId: null })
}

/** A card that waited while its group got a new id went there. */
export async function recordCard(
  desk: Desk,
  ticketId: string,
  by: DoneBy,
  cardMessageId: number,
): Promise<void> {
  const thread = await desk.stores.threads.ofTicket(ticketId)
  if (thread === null || thread.cardCallId !== by.callId || thread.cardMessageId !== null) return
  desk.stores.threads.save({ ...thread, chatId: by.chatId, cardMessageId })
}

/** A message meant for the customer did not arrive, or may have arrived twice: the agents are told. */
export async function recordTrouble(
  desk: Desk,
  ticketId: string,
  messageId: string | null,
  reason: DeliveryTrouble,
): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null) return
  const message = messageId === null ? null : await desk.stores.messages.byId(messageId)
  if (reason === 'unreachable') await markUnreachable(desk, ticket)
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId,
    kind: 'delivery-failed',
    actor: 'system',
    before: messageId,
    after: reason,
    at: desk.now,
  })
  await desk.notices.deliveryTrouble({ ticket, message, reason })
  if (message?.author === 'agent' && reason !== 'maybe-twice') await sayIfMailed(desk, ticket, message)
}

async function markUnreachable(desk: Desk, ticket: Ticket): Promise<void> {
  const customer = await customerOf(desk, ticket)
  if (customer.unreachableSince === null) {
    desk.stores.customers.save({ ...customer, unreachableSince: desk.now })
  }
}
