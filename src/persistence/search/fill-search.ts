import type { MessageContent } from '../../domain/message-content.ts'
import type { AttachedFile } from '../../domain/ticket-message.ts'
import type { Client, Connection, ListedStatement } from '../client.ts'
import type { Prisma } from '../generated/sqlite/client.ts'
import {
  documentOfAttachment,
  documentOfMessage,
  documentOfTicket,
  type SearchDocument,
} from './search-document.ts'

/** Tickets a portion: their documents are in after some ten milliseconds, and other writers come in between. */
const PORTION = 25

/** Later than any ticket. */
const FAR_AWAY = new Date('9999-01-01T00:00:00Z')

type Searchable = Pick<Connection, 'client' | 'provider'>

interface Progress {
  readonly beforeId: string | null
  readonly nextSeq: string
  readonly isDone: boolean | number
}

const WITH_WORDS = {
  customer: true,
  attachments: { orderBy: { position: 'desc' } },
  messages: { where: { retractedAt: null }, orderBy: { seq: 'desc' } },
} as const satisfies Prisma.TicketInclude
type Wordy = Prisma.TicketGetPayload<{ include: typeof WITH_WORDS }>

/**
 * Makes documents of tickets that were filed before there was a search, the newest first; each gets a place before all that are there
 * already. A portion is one commit together with how far it has come. What was changed in between is told by the rows themselves, so
 * nothing that was taken back or deleted meanwhile comes back.
 * @returns whether there are more
 */
export async function fillSearch(connection: Searchable): Promise<boolean> {
  const { client, provider } = connection
  const [progress] = await client.$queryRaw<
    Progress[]
  >`SELECT "beforeId", CAST("nextSeq" AS TEXT) AS "nextSeq", "isDone"
    FROM search_progress WHERE id = 1`
  if (progress === undefined || progress.isDone) return false
  const tickets = await nextTickets(client, progress.beforeId)
  const last = tickets.at(-1)
  const documents = tickets.filter(({ strippedAt }) => strippedAt === null).flatMap(documentsOf)
  const from = Number(progress.nextSeq)
  await client.$transaction([
    ...(provider === 'sqlite' ? [] : lockWords(client, tickets)),
    putOld(connection, documents, from),
    client.$executeRaw`UPDATE search_progress SET "nextSeq" = ${BigInt(from - documents.length)},
      "beforeId" = ${last?.id ?? progress.beforeId}, "isDone" = ${last === undefined} WHERE id = 1`,
  ])
  return last !== undefined
}

async function nextTickets(client: Client, beforeId: string | null): Promise<readonly Wordy[]> {
  const last =
    beforeId === null
      ? null
      : await client.ticket.findUnique({ where: { id: beforeId }, select: { id: true, createdAt: true } })
  const { createdAt, id } = last ?? { createdAt: FAR_AWAY, id: '' }
  return client.ticket.findMany({
    where: { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PORTION,
    include: WITH_WORDS,
  })
}

/** The newest first. */
function documentsOf(ticket: Wordy): readonly SearchDocument[] {
  const messages = ticket.messages.map((row) =>
    documentOfMessage({ ...row, content: JSON.parse(row.content) as MessageContent }),
  )
  const attachments = ticket.attachments.map((row) =>
    documentOfAttachment({ ...row, kind: row.kind as AttachedFile['kind'], size: null }),
  )
  return [...messages, ...attachments, documentOfTicket(ticket, ticket.customer)].filter(
    (document) => document !== null,
  )
}

/** Whoever is about to take words back waits for the portion, and then finds what it has put in. */
function lockWords(client: Client, tickets: readonly Wordy[]): ListedStatement[] {
  const ids = tickets.map(({ id }) => id)
  return [
    client.$queryRaw`SELECT 1 FROM tickets WHERE id = ANY(${ids}::text[]) ORDER BY id FOR SHARE`,
    client.$queryRaw`SELECT 1 FROM ticket_messages WHERE "ticketId" = ANY(${ids}::text[]) ORDER BY id FOR SHARE`,
  ]
}

/** Only where the words are still there; a newer document of the same stays. All in one statement, which is ten times faster. */
function putOld(
  { client, provider }: Searchable,
  documents: readonly SearchDocument[],
  from: number,
): ListedStatement {
  const rows = JSON.stringify(documents.map((document, index) => ({ ...document, seq: from - index })))
  return provider === 'sqlite' ? putOldOnSqlite(client, rows) : putOldOnPostgresql(client, rows)
}

/** A cross join is worked in its order: the few first. https://www.sqlite.org/optoverview.html#crossjoin */
function putOldOnSqlite(client: Client, rows: string): ListedStatement {
  return client.$executeRaw`INSERT INTO search_documents (seq, source, "ticketId", words, handles, scope)
    SELECT value ->> 'seq', value ->> 'source', tickets.id, value ->> 'words', value ->> 'handles', '§' || "categoryId"
    FROM json_each(${rows}) CROSS JOIN tickets ON tickets.id = value ->> 'ticketId'
    WHERE "strippedAt" IS NULL AND (value ->> 'source' NOT LIKE 'm:%' OR EXISTS (SELECT 1 FROM ticket_messages
      WHERE ticket_messages.id = substr(value ->> 'source', 3) AND "retractedAt" IS NULL))
    ON CONFLICT (source) DO NOTHING`
}

function putOldOnPostgresql(client: Client, rows: string): ListedStatement {
  return client.$executeRaw`INSERT INTO search_documents (seq, source, "ticketId", words, handles, scope)
    SELECT old.seq, old.source, tickets.id, old.words, old.handles, '§' || "categoryId"
    FROM json_to_recordset(${rows}::json) AS old(seq bigint, source text, "ticketId" text, words text, handles text)
      JOIN tickets ON tickets.id = old."ticketId"
    WHERE "strippedAt" IS NULL AND (old.source NOT LIKE 'm:%' OR EXISTS (SELECT 1 FROM ticket_messages
      WHERE ticket_messages.id = substr(old.source, 3) AND "retractedAt" IS NULL))
    ON CONFLICT (source) DO NOTHING`
}
