import type { TicketStore } from '../../app/ports.ts'
import type { Priority, ReplyChannel, Ticket, TicketStatus } from '../../domain/ticket.ts'
import type { Attachment } from '../../domain/ticket-message.ts'
import type { Client } from '../client.ts'
import type { Attachment as AttachmentRow, Prisma, Ticket as TicketRow } from '../generated/sqlite/client.ts'
import { insertRows } from '../insert-rows.ts'
import type { SearchWriter } from '../search/search-writer.ts'
import { updateRow } from '../update-row.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

/** What the stores of a unit share. */
export interface UnitParts {
  readonly search: SearchWriter
  readonly memory: Memory
  /** The commit's moment. */
  readonly now: () => Date
}

export function createTicketStore(
  client: Client,
  batch: WriteBatch,
  { search, memory, now }: UnitParts,
): TicketStore {
  const written = new Map<string, Ticket>()
  const seen = memory.seen<Ticket>()
  const orNull = (row: TicketRow | null) => row && seen.keep(toTicket(row))
  const addedAttachments: Attachment[] = []
  const addAttachment = (attachment: Attachment) => {
    addedAttachments.push(attachment)
    search.attachmentAdded(attachment)
    batch.insert('attachments', { ...attachment }, (client, rows) => insertRows(client, 'attachments', rows))
  }
  return {
    ...createTicketLists(client, (row) => seen.keep(toTicket(row))),
    async byId(id) {
      return written.get(id) ?? orNull(await client.ticket.findUnique({ where: { id } }))
    },
    async byNumber(number) {
      return orNull(await client.ticket.findUnique({ where: { number } }))
    },
    add(ticket, attachments) {
      search.ticketSaved(ticket, null)
      seen.keep(ticket)
      written.set(ticket.id, ticket)
      memory.newTickets.add(ticket.id)
      batch.insert('tickets', ticket, (client, tickets) =>
        insertRows(
          client,
          'tickets',
          tickets.map((one) => ({ ...one, updatedAt: now() })),
        ),
      )
      for (const attachment of attachments) addAttachment(attachment)
    },
    addAttachment,
    async mergedInto(ticketId) {
      const ask = () =>
        client.ticket.findMany({ where: { mergedIntoId: ticketId }, orderBy: { createdAt: 'asc' } })
      const rows = memory.newTickets.has(ticketId) ? [] : await ask()
      const stored = rows.map(toTicket).filter(({ id }) => !written.has(id))
      return [...stored, ...[...written.values()].filter(({ mergedIntoId }) => mergedIntoId === ticketId)]
    },
    async attachmentsOf(ticketId) {
      const ask = () => client.attachment.findMany({ where: { ticketId }, orderBy: { position: 'asc' } })
      const rows = memory.newTickets.has(ticketId) ? [] : await ask()
      const added = addedAttachments.filter((attachment) => attachment.ticketId === ticketId)
      return [...rows.map(toAttachment), ...added]
    },
    update(ticket) {
      search.ticketSaved(ticket, seen.of(ticket.id))
      seen.keep(ticket)
      written.set(ticket.id, ticket)
      const { id, ...data } = ticket
      batch.add((client) =>
        updateRow(client, 'tickets', { ...data, updatedAt: now() }, { id, version: ticket.version - 1 }),
      )
    },
  }
}

/** What the database alone answers; a unit's own writes are not in it. */
function createTicketLists(client: Client, read: (row: TicketRow) => Ticket) {
  return {
    async unfinishedOf(customerId: string) {
      const rows = await client.ticket.findMany({
        where: { customerId, status: { notIn: ['closed', 'cancelled'] } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
      return rows.map(read)
    },
    async pageOf(customerId: string, page: number, pageSize: number) {
      const where = { customerId }
      const [total, rows] = await Promise.all([
        client.ticket.count({ where }),
        client.ticket.findMany({
          where,
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          skip: page * pageSize,
          take: pageSize,
        }),
      ])
      return { tickets: rows.map(read), total }
    },
    async filedSince(customerId: string, since: Date) {
      const rows = await client.ticket.findMany({
        where: { customerId, createdAt: { gt: since } },
        orderBy: { createdAt: 'asc' },
        select: { createdAt: true },
      })
      return rows.map((row) => row.createdAt)
    },
    async ordersOf(customerId: string, tickets: number) {
      const rows = await client.ticket.findMany({
        where: { customerId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: tickets,
        select: { orderNumber: true },
      })
      return rows.flatMap((row) => row.orderNumber ?? [])
    },
    countBefore: (customerId: string, before: Date) =>
      client.ticket.count({ where: { customerId, createdAt: { lt: before } } }),
    async byAlbum(customerId: string, albumId: string) {
      const part = { some: { albumId } }
      const row = await client.ticket.findFirst({
        where: { customerId, OR: [{ attachments: part }, { messages: part }] },
        orderBy: { createdAt: 'desc' },
      })
      return row && read(row)
    },
    async slaDue(now: Date, limit: number) {
      const rows = await client.ticket.findMany({
        where: { slaNextAt: { lte: now } },
        orderBy: { slaNextAt: 'asc' },
        take: limit,
      })
      return rows.map(toTicket)
    },
    async endedBefore(before: Date, limit: number) {
      const rows = await client.ticket.findMany({
        where: { strippedAt: null, endedAt: { lt: before } },
        orderBy: { endedAt: 'asc' },
        take: limit,
      })
      return rows.map(read)
    },
    async allOf(customerId: string) {
      const rows = await client.ticket.findMany({ where: { customerId }, orderBy: { createdAt: 'asc' } })
      return rows.map(read)
    },
    resolvedBefore: (before: Date, limit: number) => resolved(client, { resolvedAt: { lt: before } }, limit),
    unwarnedBefore: (before: Date, limit: number) =>
      resolved(client, { resolvedAt: { lt: before }, closingToldAt: null }, limit),
    async unansweredBetween(from: Date, to: Date, limit: number) {
      const rows = await client.ticket.findMany({
        where: {
          status: { in: ['new', 'open'] },
          promisedAt: { gt: from, lt: to },
          firstReplyAt: null,
          delayedUntil: null,
        },
        orderBy: { promisedAt: 'asc' },
        take: limit,
      })
      return rows.map(read)
    },
  }
}

async function resolved(client: Client, where: Prisma.TicketWhereInput, limit: number): Promise<Ticket[]> {
  const rows = await client.ticket.findMany({
    where: { status: 'resolved', ...where },
    orderBy: { resolvedAt: 'asc' },
    take: limit,
  })
  return rows.map(toTicket)
}

export function toTicket({ updatedAt: _, ...row }: TicketRow): Ticket {
  return {
    ...row,
    status: row.status as TicketStatus,
    priority: row.priority as Priority,
    replyChannel: row.replyChannel as ReplyChannel,
  }
}

function toAttachment(row: AttachmentRow): Attachment {
  const size = row.size === null ? null : Number(row.size)
  return { ...row, size, kind: row.kind as Attachment['kind'] }
}
