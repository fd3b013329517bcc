import type { Agent } from '../domain/people.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { auditMessage } from './edit-message.ts'
import { wasMailed } from './record-mail.ts'

/** Takes an agent's message back from the customer's chat. @returns false when there is nothing (left) to take back */
export async function retractMessage(desk: Desk, message: TicketMessage, agent: Agent): Promise<boolean> {
  if (message.author !== 'agent' || message.retractedAt !== null) return false
  const ticket = await desk.stores.tickets.byId(message.ticketId)
  if (ticket === null) return false
  const retracted: TicketMessage = { ...message, retractedAt: desk.now }
  desk.stores.messages.update(retracted)
  auditMessage(desk, ticket, retracted, `agent:${agent.id}`, 'message-retracted')
  const customer = await customerOf(desk, ticket)
  const talk = { ticket, customer, message: retracted }
  if ((await desk.notices.messageRetracted(talk)) === 'unsent') {
    const isInMail = await wasMailed(desk, ticket, retracted)
    await desk.notices.retractionEnded({ ...talk, deleted: true, unsent: true, isInMail })
  }
  return true
}

/** Telegram deleted the message from the customer's chat, or refused: too old, or the chat is gone. */
export async function endRetraction(desk: Desk, messageId: string, deleted: boolean): Promise<void> {
  const message = await desk.stores.messages.byId(messageId)
  const ticket = message === null ? null : await desk.stores.tickets.byId(message.ticketId)
  if (message === null || ticket === null) return
  if (!deleted) desk.stores.messages.update({ ...message, retractedAt: null })
  const customer = await customerOf(desk, ticket)
  const isInMail = await wasMailed(desk, ticket, message)
  await desk.notices.retractionEnded({ ticket, customer, message, deleted, unsent: false, isInMail })
}
