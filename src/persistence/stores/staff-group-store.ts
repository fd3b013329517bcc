import type { StaffGroup, StaffGroupStore } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createStaffGroupStore(client: Client, batch: WriteBatch): StaffGroupStore {
  const written = new Map<number, StaffGroup>()
  const moved = new Map<number, number>()
  return {
    async byId(chatId) {
      const known = written.get(chatId)
      if (known) return known
      const row = await client.staffGroup.findUnique({ where: { chatId } })
      return row && { chatId, title: row.title, isForum: row.isForum }
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
    async moves() {
      const rows = await client.staffGroup.findMany({ where: { movedTo: { not: null } } })
      return new Map([...rows.map((row) => [Number(row.chatId), Number(row.movedTo)] as const), ...moved])
    },
    async addMove(from, to) {
      const isStored =
        written.has(from) || (await client.staffGroup.findUnique({ where: { chatId: from } })) !== null
      moved.set(from, to)
      const select = { chatId: true }
      batch.add(() =>
        isStored
          ? client.staffGroup.update({
              where: { chatId: from, movedTo: null },
              data: { movedTo: to },
              select,
            })
          : client.staffGroup.create({
              data: { chatId: from, title: '', isForum: false, movedTo: to },
              select,
            }),
      )
    },
  }
}
