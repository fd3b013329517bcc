import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Attachment, TicketMessage } from '../../domain/ticket-message.ts'
import type { Client, Statement, Writer } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'
import {
  documentOfAttachment,
  documentOfMessage,
  documentOfTicket,
  packSource,
  type SearchDocument,
} from './search-document.ts'

/** A row as it was read before: null where there was none, undefined where nobody has looked. */
type Before<T> = T | null | undefined

/**
 * Keeps what can be found in step with what is stored, in the same commit: the stores tell of each write, so that no use case can
 * forget to.
 */
export interface SearchWriter {
  customerSaved(customer: Customer, before: Before<Customer>): void
  ticketSaved(ticket: Ticket, before: Before<Ticket>): void
  attachmentAdded(attachment: Attachment): void
  messageSaved(message: TicketMessage, before: Before<TicketMessage>): void
  /** Nothing said in them is to be found any more. */
  ticketsStripped(ticketIds: readonly string[]): void
}

/** What a unit changes; put together at its commit, when all of it is known. */
interface Changes {
  /** Null: it is to be found no more. */
  readonly documents: Map<string, SearchDocument | null>
  readonly tickets: Map<string, Ticket>
  readonly recategorized: Set<string>
  readonly stripped: Set<string>
  /** Customers with another name, whose tickets are to be found by it. */
  readonly renamed: Set<string>
}

/** @param customerOf a customer as the unit knows them */
export function createSearchWriter(
  client: Client,
  batch: WriteBatch,
  customerOf: (id: string) => Promise<Customer | null>,
): SearchWriter {
  let changes: Changes | null = null
  const change = (): Changes => {
    if (changes !== null) return changes
    const fresh: Changes = {
      documents: new Map(),
      tickets: new Map(),
      recategorized: new Set(),
      stripped: new Set(),
      renamed: new Set(),
    }
    batch.atEnd(
      () => completeChanges(client, fresh, customerOf),
      (client) => statementsFor(client, fresh),
    )
    changes = fresh
    return fresh
  }
  return {
    customerSaved(customer, before) {
      if (before !== null && (before === undefined || hasOtherName(before, customer)))
        change().renamed.add(customer.id)
    },
    ticketSaved(ticket, before) {
      if (ticket.strippedAt !== null) change().stripped.add(ticket.id)
      else if (!before || hasOtherWords(before, ticket)) change().tickets.set(ticket.id, ticket)
      const isMoved = before !== null && before?.categoryId !== ticket.categoryId
      if (isMoved) change().recategorized.add(ticket.id)
    },
    attachmentAdded(attachment) {
      const document = documentOfAttachment(attachment)
      if (document !== null) change().documents.set(document.source, document)
    },
    messageSaved(message, before) {
      const document = documentOfMessage(message)
      const isSame = before !== undefined && wordsBefore(before) === (document?.words ?? '')
      if (!isSame) change().documents.set(packSource({ kind: 'message', id: message.id }), document)
    },
    ticketsStripped(ticketIds) {
      for (const id of ticketIds) change().stripped.add(id)
    },
  }
}

function wordsBefore(before: TicketMessage | null): string {
  return (before && documentOfMessage(before)?.words) ?? ''
}

function hasOtherName(before: Customer, now: Customer): boolean {
  return (['firstName', 'lastName', 'username'] as const).some((field) => before[field] !== now[field])
}

function hasOtherWords(before: Ticket, now: Ticket): boolean {
  return (['number', 'orderNumber', 'description'] as const).some((field) => before[field] !== now[field])
}

/** Adds the documents of tickets, for which names are needed. */
async function completeChanges(
  client: Client,
  changes: Changes,
  customerOf: (id: string) => Promise<Customer | null>,
): Promise<void> {
  const { tickets, renamed, stripped, documents } = changes
  const select = { id: true, number: true, orderNumber: true, description: true, customerId: true }
  const where = { customerId: { in: [...renamed] }, strippedAt: null }
  const ofRenamed = renamed.size === 0 ? [] : await client.ticket.findMany({ where, select })
  for (const ticket of [...ofRenamed, ...tickets.values()]) {
    if (stripped.has(ticket.id)) continue
    const customer = await customerOf(ticket.customerId)
    if (customer === null) continue
    const document = documentOfTicket(ticket, customer)
    documents.set(document.source, document)
  }
}

/** What is taken out comes last: nothing of the same unit may put it back. */
function statementsFor(client: Writer, { documents, recategorized, stripped }: Changes): Statement[] {
  const statements: Statement[] = []
  // What a ticket begins with is older than what was said in it.
  const isTicket = ([source]: readonly [string, unknown]) => source.startsWith('t:')
  const inOrder = [...documents].sort((one, other) => Number(isTicket(other)) - Number(isTicket(one)))
  for (const [source, document] of inOrder) {
    if (document !== null) statements.push(putDocument(client, document))
    else statements.push(client.$executeRaw`DELETE FROM search_documents WHERE source = ${source}`)
  }
  for (const id of recategorized) statements.push(rescope(client, id))
  for (const id of stripped)
    statements.push(client.$executeRaw`DELETE FROM search_documents WHERE "ticketId" = ${id}`)
  return statements
}

/** Its ticket tells who may see it; nothing is kept of a ticket whose words were deleted. */
function putDocument(client: Writer, { source, ticketId, words, handles }: SearchDocument): Statement {
  return client.$executeRaw`INSERT INTO search_documents (source, "ticketId", words, handles, scope)
    SELECT ${source}, ${ticketId}, ${words}, ${handles}, '§' || "categoryId" FROM tickets
    WHERE id = ${ticketId} AND "strippedAt" IS NULL
    ON CONFLICT (source) DO UPDATE SET words = excluded.words, handles = excluded.handles`
}

function rescope(client: Writer, ticketId: string): Statement {
  return client.$executeRaw`UPDATE search_documents
    SET scope = (SELECT '§' || "categoryId" FROM tickets WHERE id = ${ticketId}) WHERE "ticketId" = ${ticketId}`
}
