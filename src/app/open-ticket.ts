import type { Category, Problem } from '../domain/catalog.ts'
import { joinDescription } from '../domain/intake/description.ts'
import type { Draft, DraftAttachment } from '../domain/intake/draft.ts'
import { replyWishOf } from '../domain/intake/reply-answer.ts'
import { chosen } from '../domain/intake/steps.ts'
import type { Customer } from '../domain/people.ts'
import { slaOf } from '../domain/sla.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Attachment } from '../domain/ticket-message.ts'
import { draftTicketNumber } from '../domain/ticket-number.ts'
import { addCustomerMessage } from './add-customer-message.ts'
import type { Actor, Desk } from './desk.ts'
import { keepFile } from './keep-file.ts'
import { ticketAllowedAt } from './keep-pace.ts'
import { withPromises } from './keep-promises.ts'
import { keepData } from './plan-deletion.ts'
import { packSubject } from './subject.ts'

/** Too many tickets within the hour: nothing was changed. */
export interface TooManyTickets {
  /** When one more may be filed. */
  readonly allowedAt: Date
}

/** Makes a ticket of a finished draft, with everything the customer said along the way, and removes the draft. */
export async function openTicket(
  desk: Desk,
  customer: Customer,
  draft: Draft,
): Promise<Ticket | TooManyTickets> {
  const { category, problem } = chosen(draft, desk.rules.catalog)
  if (category === null || problem === null) throw new Error('An unfinished draft cannot become a ticket')
  const [allowedAt, number] = await Promise.all([ticketAllowedAt(desk, customer), freeNumber(desk)])
  if (allowedAt !== null) return { allowedAt }
  const wish = replyWishOf(draft, desk.rules.sendsMail ?? false)
  const { ticket, attachments } = await makeTicket(desk, customer, {
    number,
    category,
    problem,
    orderNumber: draft.orderNumber ?? null,
    description: joinDescription(draft.description),
    replyChannel: wish?.channel ?? 'telegram',
    replyTo: wish?.to ?? null,
    precededById: draft.precededById,
    attachments: draft.attachments,
  })
  desk.stores.drafts.remove(customer.id)
  linkDescription(desk, customer, draft, ticket)
  if (customer.deletionAt !== null) desk.notices.deletionCancelled(keepData(desk, customer))
  await desk.notices.ticketOpened({ ticket, customer, attachments })
  for (const kept of draft.kept) await addCustomerMessage(desk, customer, ticket, kept)
  return ticket
}

/** What a ticket begins with, whichever way it comes. */
export type TicketContents = Pick<
  Ticket,
  'number' | 'orderNumber' | 'description' | 'replyChannel' | 'replyTo' | 'precededById'
> & {
  readonly category: Category
  readonly problem: Problem
  readonly attachments: readonly DraftAttachment[]
}

/** A new ticket with its files and the first line of its audit. Nobody is told yet. */
export async function makeTicket(
  desk: Desk,
  customer: Customer,
  { category, problem, attachments: files, ...contents }: TicketContents,
  actor: Actor = 'customer',
): Promise<{ readonly ticket: Ticket; readonly attachments: readonly Attachment[] }> {
  const filed: Ticket = {
    id: desk.ids.next(),
    customerId: customer.id,
    categoryId: category.id,
    problemId: problem.id,
    ...contents,
    status: 'new',
    priority: problem.priority,
    assigneeId: null,
    mergedIntoId: null,
    createdAt: desk.now,
    promisedAt: desk.now,
    resolveBy: null,
    slaNextAt: null,
    slaTold: '',
    resolvedAt: null,
    firstReplyAt: null,
    delayedUntil: null,
    closingToldAt: null,
    endedAt: null,
    strippedAt: null,
    version: 1,
  }
  const ticket = withPromises(filed, slaOf(filed, [], desk.rules.sla, desk.now), desk.rules.sla)
  const attachments = files.map((part, position): Attachment => {
    const { messageId, quality: _, ...file } = part
    return { ...file, id: desk.ids.next(), ticketId: ticket.id, position, sourceMessageId: messageId }
  })
  desk.stores.tickets.add(ticket, attachments)
  for (const attachment of attachments) await keepFile(desk, attachment)
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId: ticket.id,
    kind: 'opened',
    actor,
    before: null,
    after: 'new',
    at: desk.now,
  })
  return { ticket, attachments }
}

/** A reply to one's own description, or an edit of it, finds the ticket. */
function linkDescription(desk: Desk, customer: Customer, draft: Draft, ticket: Ticket): void {
  const subject = packSubject({ kind: 'description', ticketId: ticket.id })
  const messages = [...draft.description, ...draft.attachments].map((part) => part.messageId)
  for (const messageId of new Set(messages)) {
    desk.stores.links.add({ chatId: customer.telegramId, messageId, subject })
  }
}

/** A number that no ticket has. */
export async function freeNumber(desk: Desk): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const number = draftTicketNumber(attempt, (below) => desk.ids.randomBelow(below))
    if ((await desk.stores.tickets.byNumber(number)) === null) return number
  }
}
