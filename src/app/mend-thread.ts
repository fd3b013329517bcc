import type { Ticket } from '../domain/ticket.ts'
import type { TicketEvent, TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { recordTrouble } from './record-delivery.ts'

/** The ticket's topic was deleted, or an agent closed it. */
export type ThreadTrouble = 'topic-missing' | 'topic-closed'

/** The card and its files are refused one after the other: one new topic is enough for all. Milliseconds. */
const TOGETHER_MS = 10_000

/**
 * The card (`messageId` null) or a customer's message could not be shown because of its topic, by the call `callId`: the topic is
 * made anew, with the card in it, or opened again, and the message sent again. Where that does not help (a right is missing), it goes to the group itself; after that it is given up.
 */
export async function mendThread(
  desk: Desk,
  ticketId: string,
  messageId: string | null,
  trouble: ThreadTrouble,
  callId: string,
): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  const message = messageId === null ? null : await desk.stores.messages.byId(messageId)
  if (ticket === null) return
  // It has been shown again by another call since.
  if (message !== null && message.mirrorCallId !== callId) return
  const troubles = (await desk.stores.events.of(ticketId)).filter(isThreadTrouble)
  if (message === null && troubles.some((event) => event.at.getTime() > desk.now.getTime() - TOGETHER_MS))
    return
  const tries = troubles.filter((event) => event.before === messageId).length
  if (tries > 1) return recordTrouble(desk, ticketId, messageId, 'not-shown')
  const { ids, now } = desk
  const audit = { id: ids.next(), ticketId, kind: 'delivery-failed', actor: 'system', at: now } as const
  desk.stores.events.add({ ...audit, before: messageId, after: trouble })
  if (message === null) return replaceThread(desk, ticket, tries === 0 ? 'topic' : 'group')
  if (tries === 1) return replaceThread(desk, ticket, 'group')
  // Messages that came before the first of them was refused need no further topic.
  const isMended = troubles.some((event) => event.at >= message.createdAt)
  // The new topic gets all that had not got through.
  if (!isMended && trouble === 'topic-missing') return replaceThread(desk, ticket, 'topic')
  if (!isMended) await desk.notices.threadClosed(ticket)
  await showAgain(desk, ticket, message)
}

function isThreadTrouble(event: TicketEvent): boolean {
  return event.kind === 'delivery-failed' && (event.after?.startsWith('topic-') ?? false)
}

function replaceThread(desk: Desk, ticket: Ticket, to: 'topic' | 'group'): Promise<void> {
  return desk.notices.threadLost({ ticket, to })
}

async function showAgain(desk: Desk, ticket: Ticket, message: TicketMessage): Promise<void> {
  const again: TicketMessage = { ...message, mirrorCallId: desk.ids.next() }
  desk.stores.messages.update(again)
  const customer = await customerOf(desk, ticket)
  await desk.notices.customerWrote({ ticket, customer, message: again })
}
