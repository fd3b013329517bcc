import type { ConversationStateStore } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import { upsertRow } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createConversationStateStore(
  client: Client,
  batch: WriteBatch,
  { read }: Memory,
): ConversationStateStore {
  const written = new Map<string, string | null>()
  return {
    async read(key) {
      const own = written.get(key)
      if (own !== undefined) return own
      const row = await read(`conversation:${key}`, () =>
        client.conversationState.findUnique({ where: { key }, select: { value: true } }),
      )
      return row?.value ?? null
    },
    write(key, value) {
      written.set(key, value)
      batch.put(`conversation:${key}`, (client) =>
        upsertRow(client, 'conversation_states', { key, value }, ['key']),
      )
    },
    remove(key) {
      written.set(key, null)
      batch.put(
        `conversation:${key}`,
        (client) => client.$executeRaw`DELETE FROM conversation_states WHERE key = ${key}`,
      )
    },
  }
}
