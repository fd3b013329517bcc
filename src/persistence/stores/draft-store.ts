import type { DraftStore, Parked } from '../../app/ports.ts'
import type { Draft } from '../../domain/intake/draft.ts'
import type { Client } from '../client.ts'
import { upsertRow } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createDraftStore(client: Client, batch: WriteBatch, { read }: Memory): DraftStore {
  const drafts = new Map<string, Draft | null>()
  const parked = new Map<string, Parked | null>()
  return {
    async of(customerId) {
      const own = drafts.get(customerId)
      if (own !== undefined) return own
      const row = await read(`draft:${customerId}`, () => client.draft.findUnique({ where: { customerId } }))
      return row && { ...(JSON.parse(row.body) as Draft), updatedAt: row.updatedAt }
    },
    async leftBefore(before, limit) {
      const rows = await client.draft.findMany({
        where: { reminded: false, updatedAt: { lt: before } },
        orderBy: { updatedAt: 'asc' },
        take: limit,
        select: { customerId: true },
      })
      return rows.map((row) => row.customerId)
    },
    save(draft) {
      const { customerId, updatedAt, reminded = false } = draft
      drafts.set(customerId, draft)
      const data = { body: JSON.stringify(draft), updatedAt, reminded }
      batch.put(`draft:${customerId}`, (client) =>
        upsertRow(client, 'drafts', { customerId, ...data }, ['customerId']),
      )
    },
    remove(customerId) {
      drafts.set(customerId, null)
      batch.put(
        `draft:${customerId}`,
        (client) => client.$executeRaw`DELETE FROM drafts WHERE "customerId" = ${customerId}`,
      )
    },
    async parkedOf(customerId) {
      const own = parked.get(customerId)
      if (own !== undefined) return own
      const row = await client.parked.findUnique({ where: { customerId } })
      return row && (JSON.parse(row.body) as Parked)
    },
    saveParked(messages) {
      const { customerId } = messages
      parked.set(customerId, messages)
      const data = { body: JSON.stringify(messages) }
      batch.put(`parked:${customerId}`, (client) =>
        client.parked.upsert({ where: { customerId }, create: { customerId, ...data }, update: data }),
      )
    },
    removeParked(customerId) {
      parked.set(customerId, null)
      batch.put(`parked:${customerId}`, (client) => client.parked.deleteMany({ where: { customerId } }))
    },
  }
}
