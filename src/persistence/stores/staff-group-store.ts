import type { StaffGroup, StaffGroupStore } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createStaffGroupStore(client: Client, batch: WriteBatch): StaffGroupStore {
  const written = new Map<number, StaffGroup>()
  return {
    async byId(chatId) {
      const known = written.get(chatId)
      if (known) return known
      const row = await client.staffGroup.findUnique({ where: { chatId } })
      return row && { ...row, chatId: Number(row.chatId) }
    },
    save(group) {
      written.set(group.chatId, group)
      const { chatId, title, isForum } = group
      const data = { title, isForum }
      batch.put(`staff-group:${chatId}`, () =>
        client.staffGroup.upsert({
          where: { chatId },
          create: { chatId, ...data },
          update: data,
          select: { chatId: true },
        }),
      )
    },
  }
}
