import type { KeptMessage } from '../domain/intake/draft.ts'
import { canHappen } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { MessageAuthor, TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { moveTicket } from './move-ticket.ts'
import { repliedMessage } from './replied-message.ts'
import { takeTicket } from './take-ticket.ts'

/**
 * Sends what an agent wrote to the customer and keeps it in the history. A new ticket is open from then on, and who answers a
 * ticket that nobody has taken takes it: the customer's next message has to notify somebody.
 */
export async function replyToCustomer(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
): Promise<Ticket> {
  const message = await staffMessage(desk, agent, ticket, written, staffChatId, 'agent')
  desk.stores.messages.add(message)
  const moved = await openByReply(desk, agent, ticket)
  const customer = await customerOf(desk, moved)
  await desk.notices.agentWrote({ ticket: moved, customer, agent, message })
  return moved
}

async function openByReply(desk: Desk, agent: Agent, ticket: Ticket): Promise<Ticket> {
  if (ticket.assigneeId === null && canHappen(ticket.status, 'take')) return takeTicket(desk, ticket, agent)
  if (!canHappen(ticket.status, 'agent-reply')) return ticket
  return moveTicket(desk, ticket, 'agent-reply', { actor: `agent:${agent.id}`, agent })
}

/** Keeps an internal note in the history; the customer never sees it. */
export async function addNote(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
): Promise<void> {
  desk.stores.messages.add(await staffMessage(desk, agent, ticket, written, staffChatId, 'note'))
}

async function staffMessage(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
  author: MessageAuthor,
): Promise<TicketMessage> {
  return {
    id: desk.ids.next(),
    ticketId: ticket.id,
    author,
    agentId: agent.id,
    content: written.content,
    replyToId: await repliedMessage(desk, ticket, staffChatId, written.replyToMessageId),
    albumId: written.albumId,
    sourceChatId: staffChatId,
    sourceMessageId: written.messageId,
    mirrorCallId: author === 'agent' ? desk.ids.next() : null,
    createdAt: desk.now,
    editedAt: null,
    retractedAt: null,
  }
}
