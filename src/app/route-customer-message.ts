import type { KeptMessage } from '../domain/intake/draft.ts'
import { takesMessages } from '../domain/lifecycle.ts'
import type { Customer } from '../domain/people.ts'
import { isUnfinished, type Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'
import { followMerged } from './merge-tickets.ts'
import { readSubject } from './subject.ts'

/** Where a message that came outside the form belongs. */
export type Route =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'ask'; readonly tickets: readonly Ticket[] }
  /** No ticket takes it: a new one is offered, continuing the ended one that was replied to. */
  | { readonly kind: 'offer'; readonly ended: Ticket | null }

/** A reply goes to the ticket it answers, a late album part to its album's ticket, else the only unfinished ticket gets it. */
export async function routeCustomerMessage(
  desk: Desk,
  customer: Customer,
  message: Pick<KeptMessage, 'replyToMessageId' | 'albumId'>,
): Promise<Route> {
  const open = (ticket: Ticket) => takesMessages(ticket, desk.now, desk.rules.reopenWindowDays)
  const named = await namedTicket(desk, customer, message)
  if (named !== null) return open(named) ? { kind: 'ticket', ticket: named } : { kind: 'offer', ended: named }
  const tickets = (await desk.stores.tickets.unfinishedOf(customer.id)).filter(open)
  const [only] = tickets
  if (only === undefined) return { kind: 'offer', ended: null }
  return tickets.length === 1 ? { kind: 'ticket', ticket: only } : { kind: 'ask', tickets }
}

async function namedTicket(
  desk: Desk,
  customer: Customer,
  message: Pick<KeptMessage, 'replyToMessageId' | 'albumId'>,
): Promise<Ticket | null> {
  if (message.replyToMessageId !== null) {
    const ticket = await ticketShownBy(desk, customer.telegramId, message.replyToMessageId)
    if (ticket?.customerId === customer.id) return followMerged(desk, ticket)
  }
  if (message.albumId === null) return null
  const holder = await desk.stores.tickets.byAlbum(customer.id, message.albumId)
  const ticket = holder && (await followMerged(desk, holder))
  return ticket !== null && isUnfinished(ticket) ? ticket : null
}

/** The ticket a Telegram message belongs to, on either side, or null. */
export async function ticketShownBy(desk: Desk, chatId: number, messageId: number): Promise<Ticket | null> {
  const own = await desk.stores.messages.bySource(chatId, messageId)
  if (own !== null) return desk.stores.tickets.byId(own.ticketId)
  const packed = await desk.stores.links.subjectOf(chatId, messageId)
  const subject = packed === null ? null : readSubject(packed)
  return subject === null ? null : desk.stores.tickets.byId(subject.ticketId)
}

/** The customer's own ticket with this id, or null: somebody else's ticket is answered as if there were none. */
export async function ownTicket(desk: Desk, customer: Customer, ticketId: string): Promise<Ticket | null> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  return ticket?.customerId === customer.id ? ticket : null
}
