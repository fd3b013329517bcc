import type { CardForm, GroupHome, StaffThread, StaffThreadStore } from '../../app/staff-ports.ts'
import type { TicketStatus } from '../../domain/ticket.ts'
import type { Client } from '../client.ts'
import type { StaffThread as ThreadRow } from '../generated/sqlite/client.ts'
import { upsertRow } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createStaffThreadStore(
  client: Client,
  batch: WriteBatch,
  { read }: Memory,
): StaffThreadStore {
  const written = new Map<string, StaffThread>()
  return {
    async ofTicket(ticketId) {
      const ask = () => client.staffThread.findUnique({ where: { ticketId } })
      return written.get(ticketId) ?? toThread(await read(`thread:${ticketId}`, ask))
    },
    async strayFrom(home, limit) {
      const rows = await client.staffThread.findMany({
        where: {
          chatId: { not: home.chatId },
          ticket: { status: { in: [...UNFINISHED] }, ...categoriesOf(home) },
        },
        orderBy: { ticket: { createdAt: 'asc' } },
        take: limit,
        select: { ticketId: true, ticket: { select: { customer: { select: { telegramId: true } } } } },
      })
      return rows.map(({ ticketId, ticket }) => ({
        ticketId,
        customerTelegramId: Number(ticket.customer.telegramId),
      }))
    },
    async byTopic(chatId, topicId) {
      for (const thread of written.values()) {
        if (thread.chatId === chatId && thread.topicId === topicId) return thread
      }
      return toThread(await client.staffThread.findFirst({ where: { chatId, topicId } }))
    },
    saveMenu(thread, cardMenu) {
      const { ticketId } = thread
      written.set(ticketId, { ...thread, cardMenu })
      batch.add((client) =>
        client.staffThread.update({ where: { ticketId }, data: { cardMenu }, select: { ticketId: true } }),
      )
    },
    save(thread) {
      written.set(thread.ticketId, thread)
      const { ticketId, ...data } = thread
      batch.put(`thread:${ticketId}`, (client) =>
        upsertRow(client, 'staff_threads', { ticketId, ...data }, ['ticketId']),
      )
    },
  }
}

const UNFINISHED = ['new', 'open', 'pending', 'resolved'] as const satisfies readonly TicketStatus[]

function categoriesOf({ only, except }: GroupHome) {
  if (only !== null) return { categoryId: { in: [...only] } }
  return except.length === 0 ? {} : { categoryId: { notIn: [...except] } }
}

function toThread(row: ThreadRow | null): StaffThread | null {
  return row && { ...row, chatId: Number(row.chatId), cardForm: row.cardForm as CardForm }
}
