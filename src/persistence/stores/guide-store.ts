import type { GuideStore } from '../../app/desk-ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createGuideStore(client: Client, batch: WriteBatch): GuideStore {
  return {
    async of(chatId) {
      const row = await client.groupGuide.findUnique({ where: { chatId } })
      return row && { ...row, chatId: Number(row.chatId) }
    },
    save({ chatId, ...data }) {
      batch.put(`guide:${chatId}`, (client) =>
        client.groupGuide.upsert({
          where: { chatId },
          create: { chatId, ...data },
          update: data,
          select: { chatId: true },
        }),
      )
    },
  }
}
