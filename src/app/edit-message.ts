import type { MessageContent } from '../domain/message-content.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Actor, Desk } from './desk.ts'
import { keepFileOf } from './keep-file.ts'

/** Keeps an edited message and shows the edit on the other side. A retracted message or a note stays where it is. */
export async function editMessage(
  desk: Desk,
  message: TicketMessage,
  content: MessageContent,
  agent: Agent | null,
): Promise<void> {
  if (message.retractedAt !== null || JSON.stringify(message.content) === JSON.stringify(content)) return
  const ticket = await desk.stores.tickets.byId(message.ticketId)
  if (ticket === null) return
  const edited: TicketMessage = { ...message, content, editedAt: desk.now }
  desk.stores.messages.update(edited)
  await keepFileOf(desk, content)
  auditMessage(desk, ticket, edited, agent === null ? 'customer' : `agent:${agent.id}`, 'message-edited')
  if (message.author === 'note') return
  const customer = await customerOf(desk, ticket)
  await desk.notices.messageEdited({ ticket, customer, message: edited, agent })
}

/** One audit line about a message. */
export function auditMessage(
  desk: Desk,
  ticket: Ticket,
  message: TicketMessage,
  actor: Actor,
  kind: 'message-edited' | 'message-retracted',
): void {
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId: ticket.id,
    kind,
    actor,
    before: null,
    after: message.id,
    at: desk.now,
  })
}
