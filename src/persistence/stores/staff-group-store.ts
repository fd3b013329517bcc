import type { StaffGroup, StaffGroupStore } from '../../app/staff-ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createStaffGroupStore(client: Client, batch: WriteBatch, { read }: Memory): StaffGroupStore {
  // A handful: one question answers all.
  const all = () => read('staff-groups', () => client.staffGroup.findMany())
  const stored = async (chatId: number) => (await all()).find((row) => Number(row.chatId) === chatId)
  const written = new Map<number, StaffGroup>()
  const moved = new Map<number, number>()
  return {
    async byId(chatId) {
      const known = written.get(chatId)
      if (known) return known
      const row = await stored(chatId)
      return row === undefined ? null : { chatId, title: row.title, isForum: row.isForum }
    },
    save(group) {
      written.set(group.chatId, group)
      const { chatId, title, isForum } = group
      const data = { title, isForum }
      batch.put(`staff-group:${chatId}`, (client) =>
        client.staffGroup.upsert({
          where: { chatId },
          create: { chatId, ...data },
          update: data,
          select: { chatId: true },
        }),
      )
    },
    async moves() {
      const rows = (await all()).filter((row) => row.movedTo !== null)
      return new Map([...rows.map((row) => [Number(row.chatId), Number(row.movedTo)] as const), ...moved])
    },
    async addMove(from, to) {
      const isStored = written.has(from) || (await stored(from)) !== undefined
      moved.set(from, to)
      const select = { chatId: true }
      batch.add((client) =>
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
