import { uncountCode } from '../domain/pace.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketEvent, TicketEventKind, TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import type { MailTrouble } from './mail-trouble.ts'

/** How many of the last messages are looked through for other parts of an album. */
const ALBUM_LOOK_BACK = 30
/** Ends in which the customer has not seen the message in the chat. */
const NOT_SEEN: readonly (string | null)[] = [null, 'unreachable', 'given-up', 'failed']

/** An agent's message was mailed; where the chat could not bring it, the agents learn that it has arrived all the same. */
export async function recordMailed(desk: Desk, ticketId: string, messageId: string): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  const message = await desk.stores.messages.byId(messageId)
  if (ticket === null || message === null) return
  addEvent(desk, ticketId, 'mailed', messageId, null)
  const events = await eventsOf(desk, message)
  if (events.some(isNotSeen)) await desk.notices.deliveredByMail({ ticket, message })
}

/** The same in the other order: the chat did not bring a message, which may have been mailed before. */
export async function sayIfMailed(desk: Desk, ticket: Ticket, message: TicketMessage): Promise<void> {
  if (await wasMailed(desk, ticket, message)) await desk.notices.deliveredByMail({ ticket, message })
}

export async function wasMailed(desk: Desk, ticket: Ticket, message: TicketMessage): Promise<boolean> {
  if (ticket.replyChannel !== 'email') return false
  return (await eventsOf(desk, message)).some(({ kind }) => kind === 'mailed')
}

/** A letter did not get through. What it says is in the chat, too, so nothing of the ticket changes. */
export async function recordMailTrouble(
  desk: Desk,
  ticketId: string,
  messageId: string | null,
  trouble: MailTrouble,
): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (ticket === null) return
  const [customer, message, events] = await Promise.all([
    customerOf(desk, ticket),
    messageId === null ? null : desk.stores.messages.byId(messageId),
    desk.stores.events.of(ticketId),
  ])
  // Another address is another matter.
  const since = events.findLastIndex(({ kind }) => kind === 'reply-changed') + 1
  const isFirst = !events.slice(since).some(({ kind }) => kind === 'mail-failed')
  addEvent(desk, ticketId, 'mail-failed', messageId, trouble.kind)
  await desk.notices.mailTrouble({ ticket, customer, message, trouble, isFirst })
}

/** A code did not get through. The form may have been sent or left since: then nobody waits for it. */
export async function recordCodeTrouble(
  desk: Desk,
  {
    telegramId,
    draftId,
    email,
  }: { readonly telegramId: number; readonly draftId: string; readonly email: string },
  trouble: MailTrouble,
): Promise<void> {
  const customer = await desk.stores.customers.byTelegramId(telegramId)
  const draft = customer === null ? null : await desk.stores.drafts.of(customer.id)
  const stage = draft?.replyStage
  if (customer === null || draft?.id !== draftId || stage?.at !== 'code' || stage.email !== email) return
  if (trouble.kind === 'refused' && customer.pace !== null)
    desk.stores.customers.save({ ...customer, pace: uncountCode(customer.pace, stage.sentAt) })
  desk.notices.codeNotMailed({ customer, email, trouble })
}

function addEvent(
  desk: Desk,
  ticketId: string,
  kind: TicketEventKind,
  before: string | null,
  after: string | null,
): void {
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId,
    kind,
    actor: 'system',
    before,
    after,
    at: desk.now,
  })
}

/** Of the message and of the other parts of its album, which are one letter. */
async function eventsOf(desk: Desk, message: TicketMessage): Promise<readonly TicketEvent[]> {
  const ids = new Set([message.id])
  if (message.albumId !== null) {
    const last = await desk.stores.messages.lastOf(message.ticketId, ALBUM_LOOK_BACK)
    for (const part of last) if (part.albumId === message.albumId) ids.add(part.id)
  }
  const events = await desk.stores.events.of(message.ticketId)
  return events.filter(({ before }) => before !== null && ids.has(before))
}

function isNotSeen({ kind, after }: TicketEvent): boolean {
  return (kind === 'delivery-held' || kind === 'delivery-failed') && NOT_SEEN.includes(after)
}
