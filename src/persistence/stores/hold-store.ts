import type { HoldStore } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createHoldStore(client: Client, batch: WriteBatch): HoldStore {
  return {
    async has(chatId) {
      return (await client.heldChat.count({ where: { chatId } })) > 0
    },
    release(chatId) {
      batch.add((client) => client.heldChat.deleteMany({ where: { chatId } }))
    },
    confirm(chatId) {
      batch.add((client) => client.heldChat.updateMany({ where: { chatId }, data: { nextTryAt: null } }))
    },
  }
}
