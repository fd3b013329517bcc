import type { TagStore } from '../../app/work-ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createTagStore(client: Client, batch: WriteBatch, { newTickets }: Memory): TagStore {
  const written = new Map<string, Map<string, boolean>>()
  const write = (ticketId: string, tag: string, isThere: boolean) => {
    const ofTicket = written.get(ticketId) ?? new Map<string, boolean>()
    written.set(ticketId, ofTicket.set(tag, isThere))
  }
  return {
    async of(ticketId) {
      const ask = () => client.ticketTag.findMany({ where: { ticketId }, select: { tag: true } })
      const rows = newTickets.has(ticketId) ? [] : await ask()
      const tags = new Set(rows.map((row) => row.tag))
      for (const [tag, isThere] of written.get(ticketId) ?? []) {
        if (isThere) tags.add(tag)
        else tags.delete(tag)
      }
      return [...tags].sort()
    },
    add(ticketId, tag) {
      write(ticketId, tag, true)
      const where = { ticketId_tag: { ticketId, tag } }
      batch.put(`tag:${ticketId}:${tag}`, (client) =>
        client.ticketTag.upsert({ where, create: { ticketId, tag }, update: {}, select: { tag: true } }),
      )
    },
    remove(ticketId, tag) {
      write(ticketId, tag, false)
      batch.put(`tag:${ticketId}:${tag}`, (client) =>
        client.ticketTag.deleteMany({ where: { ticketId, tag } }),
      )
    },
  }
}
