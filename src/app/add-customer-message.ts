import type { KeptMessage } from '../domain/intake/draft.ts'
import { canHappen } from '../domain/lifecycle.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import type { Desk } from './desk.ts'
import { keepFileOf } from './keep-file.ts'
import { moveTicket } from './move-ticket.ts'
import { repliedMessage } from './replied-message.ts'

/**
 * Puts what a customer wrote into the ticket's history and shows it to the staff; a pending or resolved ticket opens again.
 * The caller has made sure that the ticket is the customer's and still takes messages.
 * @param inFlood it is one of many: a text goes to the staff together with the others
 * @returns the ticket as it is now
 */
export async function addCustomerMessage(
  desk: Desk,
  customer: Customer,
  ticket: Ticket,
  incoming: KeptMessage,
  inFlood = false,
): Promise<Ticket> {
  const message: TicketMessage = {
    id: desk.ids.next(),
    ticketId: ticket.id,
    author: 'customer',
    agentId: null,
    content: incoming.content,
    replyToId: await repliedMessage(desk, ticket, customer.telegramId, incoming.replyToMessageId),
    albumId: incoming.albumId,
    sourceChatId: customer.telegramId,
    sourceMessageId: incoming.messageId,
    mirrorCallId: desk.ids.next(),
    sharesMirror: inFlood && incoming.content.kind === 'text',
    createdAt: desk.now,
    editedAt: null,
    retractedAt: null,
  }
  desk.stores.messages.add(message)
  await keepFileOf(desk, message.content)
  const moved = canHappen(ticket.status, 'customer-message')
    ? await moveTicket(desk, ticket, 'customer-message', { actor: 'customer', agent: null })
    : ticket
  await desk.notices.customerWrote({ ticket: moved, customer, message, inFlood })
  return moved
}
