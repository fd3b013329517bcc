import type { GroupTrouble, GroupTroubleStore } from '../../app/staff-ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createGroupTroubleStore(client: Client, batch: WriteBatch): GroupTroubleStore {
  return {
    async of(chatId) {
      const rows = await client.groupTrouble.findMany({ where: { chatId }, select: { kind: true } })
      return rows.map((row) => row.kind as GroupTrouble)
    },
    add(chatId, kind, since) {
      const data = { chatId, kind, since }
      batch.add((client) => client.groupTrouble.create({ data, select: { kind: true } }))
    },
    remove(chatId, kind) {
      const chatId_kind = { chatId, kind }
      batch.add((client) => client.groupTrouble.delete({ where: { chatId_kind }, select: { kind: true } }))
    },
    async ownerOf(chatId) {
      const row = await client.groupOwner.findUnique({ where: { chatId } })
      return row && Number(row.telegramId)
    },
    saveOwner(chatId, telegramId) {
      batch.put(`group-owner:${chatId}`, (client) =>
        client.groupOwner.upsert({
          where: { chatId },
          create: { chatId, telegramId },
          update: { telegramId },
          select: { chatId: true },
        }),
      )
    },
  }
}
