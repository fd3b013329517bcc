import type { AuditEntry, Audited, AuditScope, AuditStore } from '../../app/desk-ports.ts'
import type { Role } from '../../domain/roles.ts'
import type { TicketEvent, TicketEventKind } from '../../domain/ticket-message.ts'
import type { Client } from '../client.ts'
import { insertRows } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createAuditStore(client: Client, batch: WriteBatch): AuditStore {
  return {
    add(entry) {
      batch.insert('audit_entries', { ...entry }, (client, rows) => insertRows(client, 'audit_entries', rows))
    },
    async entries(scope, limit) {
      const rows = await client.auditEntry.findMany({
        where: entriesIn(scope),
        orderBy: [{ at: 'desc' }, { seq: 'desc' }],
        take: limit,
        omit: { seq: true },
      })
      return rows.map(
        (row): AuditEntry => ({
          ...row,
          chatId: Number(row.chatId),
          role: row.role as Role,
          action: row.action as Audited,
        }),
      )
    },
    async events(scope, limit) {
      const rows = await client.ticketEvent.findMany({
        where: eventsIn(scope),
        orderBy: [{ at: 'desc' }, { seq: 'desc' }],
        take: limit,
        omit: { seq: true },
      })
      return rows.map((row): TicketEvent => ({ ...row, kind: row.kind as TicketEventKind }))
    },
  }
}

function entriesIn(scope: AuditScope) {
  if ('ticketId' in scope) return { ticketId: scope.ticketId }
  return { chatId: { in: [...scope.chatIds] }, at: { gte: scope.since } }
}

function eventsIn(scope: AuditScope) {
  if ('ticketId' in scope) return { ticketId: scope.ticketId }
  return { at: { gte: scope.since }, ticket: { thread: { chatId: { in: [...scope.chatIds] } } } }
}
