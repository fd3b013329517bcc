import type { MessageStore } from '../../app/ports.ts'
import { isMedia, type MessageContent } from '../../domain/message-content.ts'
import type { MessageAuthor, TicketMessage } from '../../domain/ticket-message.ts'
import type { Client } from '../client.ts'
import type { TicketMessage as MessageRow } from '../generated/sqlite/client.ts'
import { insertRows } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { UnitParts } from './ticket-store.ts'

export function createMessageStore(
  client: Client,
  batch: WriteBatch,
  { search, memory, now }: UnitParts,
): MessageStore {
  const written = new Map<string, TicketMessage>()
  const seen = memory.seen<TicketMessage>()
  const read = (row: MessageRow) => seen.keep(toMessage(row))
  const orNull = (row: MessageRow | null) => row && read(row)
  // Past Prisma's query compiler, as each message of a ticket does it; see insertRows.
  const touch = (ticketId: string) =>
    batch.put(
      `touch:${ticketId}`,
      (client) => client.$executeRaw`UPDATE tickets SET "updatedAt" = ${now()} WHERE id = ${ticketId}`,
    )
  return {
    async byId(id) {
      return written.get(id) ?? orNull(await client.ticketMessage.findUnique({ where: { id } }))
    },
    async bySource(chatId, messageId) {
      for (const message of written.values()) {
        if (message.sourceChatId === chatId && message.sourceMessageId === messageId) return message
      }
      const sourceChatId_sourceMessageId = { sourceChatId: chatId, sourceMessageId: messageId }
      return orNull(await client.ticketMessage.findUnique({ where: { sourceChatId_sourceMessageId } }))
    },
    async lastOf(ticketId, limit) {
      const rows = await client.ticketMessage.findMany({
        where: { ticketId },
        orderBy: { seq: 'desc' },
        take: limit,
      })
      return rows.reverse().map((row) => written.get(row.id) ?? read(row))
    },
    async of(ticketId) {
      const rows = await client.ticketMessage.findMany({ where: { ticketId }, orderBy: { seq: 'asc' } })
      return rows.map((row) => written.get(row.id) ?? read(row))
    },
    add(message) {
      search.messageSaved(message, null)
      seen.keep(message)
      written.set(message.id, message)
      const row = { ...message, ...contentColumns(message.content) }
      // Before it, so that several messages in a row go out together.
      touch(message.ticketId)
      batch.insert('ticket_messages', row, (client, rows) => insertRows(client, 'ticket_messages', rows))
    },
    update(message) {
      search.messageSaved(message, seen.of(message.id))
      seen.keep(message)
      written.set(message.id, message)
      const { id, ...rest } = message
      const data = { ...rest, ...contentColumns(message.content) }
      batch.add((client) => client.ticketMessage.update({ where: { id }, data, select: { id: true } }))
      touch(message.ticketId)
    },
  }
}

function contentColumns(content: MessageContent) {
  return { content: JSON.stringify(content), fileUniqueId: isMedia(content) ? content.fileUniqueId : null }
}

function toMessage({ seq: _, fileUniqueId: __, ...row }: MessageRow): TicketMessage {
  return {
    ...row,
    author: row.author as MessageAuthor,
    content: JSON.parse(row.content) as MessageContent,
    sourceChatId: Number(row.sourceChatId),
  }
}
