import type { Customer } from '../domain/people.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { readSubject } from './subject.ts'

/** Somebody's reaction to a message; `emoji` null: they took it back. */
export interface Reaction {
  readonly chatId: number
  readonly messageId: number
  readonly emoji: string | null
}

/** A customer's reaction to an agent's answer is shown on the agent's own message. */
export async function passOnToAgents(desk: Desk, customer: Customer, reaction: Reaction): Promise<void> {
  const message = await shownMessage(desk, reaction)
  const ticket = message === null ? null : await desk.stores.tickets.byId(message.ticketId)
  if (message?.author !== 'agent' || ticket?.customerId !== customer.id) return
  await desk.notices.customerReacted({ ticket, message, emoji: reaction.emoji })
}

/** An agent's reaction to a customer's words is shown on the customer's own message. */
export async function passOnToCustomer(desk: Desk, reaction: Reaction): Promise<void> {
  const message = await shownMessage(desk, reaction)
  const ticket = message === null ? null : await desk.stores.tickets.byId(message.ticketId)
  if (message?.author !== 'customer' || ticket === null || ticket.strippedAt !== null) return
  const customer = await customerOf(desk, ticket)
  desk.notices.agentReacted({ ticket, customer, message, emoji: reaction.emoji })
}

async function shownMessage(desk: Desk, { chatId, messageId }: Reaction): Promise<TicketMessage | null> {
  const packed = await desk.stores.links.subjectOf(chatId, messageId)
  const subject = packed === null ? null : readSubject(packed)
  return subject?.kind === 'message' ? desk.stores.messages.byId(subject.messageId) : null
}
