import type { EventStore } from '../../app/ports.ts'
import type { TicketEvent, TicketEventKind } from '../../domain/ticket-message.ts'
import type { Client } from '../client.ts'
import { insertRows } from '../insert-rows.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createEventStore(client: Client, batch: WriteBatch, memory: Memory): EventStore {
  const added: TicketEvent[] = []
  return {
    async of(ticketId) {
      const ask = () =>
        client.ticketEvent.findMany({ where: { ticketId }, orderBy: { seq: 'asc' }, omit: { seq: true } })
      const rows = memory.newTickets.has(ticketId) ? [] : await memory.read(`events:${ticketId}`, ask)
      const stored = rows.map((row): TicketEvent => ({ ...row, kind: row.kind as TicketEventKind }))
      return [...stored, ...added.filter((event) => event.ticketId === ticketId)]
    },
    add(event) {
      batch.insert('ticket_events', { ...event }, (client, rows) => insertRows(client, 'ticket_events', rows))
      added.push(event)
    },
  }
}
