import type { AgentPlace, AgentPlaceStore } from '../../app/work-ports.ts'
import type { Client } from '../client.ts'
import type { AgentPlace as PlaceRow } from '../generated/sqlite/client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createAgentPlaceStore(client: Client, batch: WriteBatch): AgentPlaceStore {
  const written = new Map<string, AgentPlace | null>()
  const key = (chatId: number, agentId: string) => `${chatId}:${agentId}`
  return {
    async of(chatId, agentId) {
      const own = written.get(key(chatId, agentId))
      if (own !== undefined) return own
      return toPlace(await client.agentPlace.findUnique({ where: { chatId_agentId: { chatId, agentId } } }))
    },
    async lately(chatId, limit) {
      const rows = await client.agentPlace.findMany({
        where: { chatId },
        orderBy: { seenAt: 'desc' },
        take: limit,
      })
      const stored = rows.flatMap((row) => {
        const own = written.get(key(chatId, row.agentId))
        return own === undefined ? (toPlace(row) ?? []) : []
      })
      const own = [...written.values()].filter((place) => place?.chatId === chatId)
      return [...own.flatMap((place) => place ?? []), ...stored].slice(0, limit)
    },
    save(place) {
      written.set(key(place.chatId, place.agentId), place)
      const { chatId, agentId, ...data } = place
      batch.put(`place:${key(chatId, agentId)}`, (client) =>
        client.agentPlace.upsert({
          where: { chatId_agentId: { chatId, agentId } },
          create: { chatId, agentId, ...data },
          update: data,
          select: { agentId: true },
        }),
      )
    },
    remove(chatId, agentId) {
      written.set(key(chatId, agentId), null)
      batch.put(`place:${key(chatId, agentId)}`, (client) =>
        client.agentPlace.deleteMany({ where: { chatId, agentId } }),
      )
    },
  }
}

function toPlace(row: PlaceRow | null): AgentPlace | null {
  return row && { ...row, chatId: Number(row.chatId) }
}
