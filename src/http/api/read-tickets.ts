import type { ChangedTicket, ChangePlace } from '../../app/api-ports.ts'
import { agentFacts, type TicketFacts, ticketFacts } from '../../app/ticket-facts.ts'
import { isOfTelegram } from '../../domain/api-client.ts'
import { wordsOf } from '../../domain/message-content.ts'
import type { TicketStatus } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { readTicketNumber } from '../../domain/ticket-number.ts'
import type { ApiDesk } from './api-desk.ts'
import { ProblemError } from './problems.ts'

type Stores = ApiDesk['stores']

/** @throws ProblemError `ticket-not-found` */
export async function findTicket({ changedTickets }: Stores, typed: string): Promise<ChangedTicket> {
  const number = readTicketNumber(typed)
  const found = number === null ? null : await changedTickets.byNumber(number)
  if (found === null) throw new ProblemError('ticket-not-found')
  return found
}

/** A ticket and what was said in it, but what stays among the agents. */
export async function readTicket(stores: Stores, typed: string) {
  const { ticket, updatedAt } = await findTicket(stores, typed)
  const [facts, customer, messages] = await Promise.all([
    ticketFacts(stores.agents, ticket, updatedAt),
    stores.customers.byId(ticket.customerId),
    stores.messages.of(ticket.id),
  ])
  const isKnown = customer !== null && isOfTelegram(customer.telegramId)
  const person = isKnown ? { telegramId: customer.telegramId, shopCustomerId: customer.shopCustomerId } : null
  const { orderNumber, description } = ticket
  const said = await Promise.all(messages.flatMap((message) => messageFacts(stores, message) ?? []))
  return { ...facts, orderNumber, description, customer: person, messages: said }
}

function messageFacts(stores: Stores, message: TicketMessage) {
  const { id, author, content } = message
  if (author === 'note') return null
  return agentFacts(stores.agents, message.agentId).then((agent) => ({
    ...{ id, author, agent, kind: content.kind },
    text: message.retractedAt === null ? (wordsOf(content)?.text ?? null) : null,
    createdAt: message.createdAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    retractedAt: message.retractedAt?.toISOString() ?? null,
  }))
}

/** What is asked for of the list, as it was checked. */
export interface ListQuery {
  readonly status?: string | undefined
  readonly updatedSince?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** @throws ProblemError `bad-request` */
export async function listTickets(
  stores: Stores,
  { status, updatedSince, cursor, limit }: ListQuery,
): Promise<{ readonly tickets: TicketFacts[]; readonly next: string | null }> {
  const page = await stores.changedTickets.page({
    statuses: (status?.split(',') as TicketStatus[] | undefined) ?? null,
    since: updatedSince === undefined ? null : new Date(updatedSince),
    after: cursor === undefined ? null : readCursor(cursor),
    limit,
  })
  const tickets = await Promise.all(
    page.map(({ ticket, updatedAt }) => ticketFacts(stores.agents, ticket, updatedAt)),
  )
  const last = page.length < limit ? undefined : page.at(-1)
  const next = last === undefined ? null : packCursor({ updatedAt: last.updatedAt, id: last.ticket.id })
  return { tickets, next }
}

function packCursor({ updatedAt, id }: ChangePlace): string {
  return Buffer.from(`${updatedAt.getTime()}:${id}`).toString('base64url')
}

function readCursor(cursor: string): ChangePlace {
  const [, time, id] = /^(\d{1,15}):([\w-]+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (time !== undefined && id !== undefined) return { updatedAt: new Date(Number(time)), id }
  const misfit = { in: 'query', field: 'cursor', problem: 'Is not one that a page has named' }
  throw new ProblemError('bad-request', {}, [misfit])
}
