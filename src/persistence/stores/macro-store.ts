import type { MacroPreview, MacroStore, OwnMacro } from '../../app/desk-ports.ts'
import type { TicketStatus } from '../../domain/ticket.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createMacroStore(client: Client, batch: WriteBatch): MacroStore {
  const previews = new Map<string, MacroPreview>()
  const macro = (row: (OwnMacro & { nameKey: string }) | null): OwnMacro | null => {
    if (row === null) return null
    const { nameKey: _, ...own } = row
    return own
  }
  return {
    byId: async (id) => macro(await client.macro.findUnique({ where: { id } })),
    async byName(agentId, name) {
      const agentId_nameKey = { agentId, nameKey: keyOf(name) }
      return macro(await client.macro.findUnique({ where: { agentId_nameKey } }))
    },
    of: (agentId) =>
      client.macro.findMany({ where: { agentId }, orderBy: { nameKey: 'asc' }, omit: { nameKey: true } }),
    save({ id, ...own }) {
      const data = { ...own, nameKey: keyOf(own.name) }
      batch.add((client) =>
        client.macro.upsert({
          where: { id },
          create: { id, ...data },
          update: data,
          select: { id: true },
        }),
      )
    },
    remove({ id }) {
      batch.add((client) => client.macro.delete({ where: { id }, select: { id: true } }))
    },
    async previewById(id) {
      return previews.get(id) ?? toPreview(await client.macroPreview.findUnique({ where: { id } }))
    },
    savePreview(preview) {
      previews.set(preview.id, preview)
      const { ticketId, agentId, ...rest } = preview
      batch.add((client) =>
        client.macroPreview.upsert({
          where: { ticketId_agentId: { ticketId, agentId } },
          create: preview,
          update: rest,
          select: { id: true },
        }),
      )
    },
    removePreview({ id }) {
      previews.delete(id)
      batch.add((client) => client.macroPreview.delete({ where: { id }, select: { id: true } }))
    },
  }
}

function keyOf(name: string): string {
  return name.toLowerCase()
}

function toPreview(
  row: (Omit<MacroPreview, 'chatId' | 'status'> & { chatId: bigint; status: string }) | null,
): MacroPreview | null {
  return row && { ...row, chatId: Number(row.chatId), status: row.status as TicketStatus }
}
