import type { Stores } from '../app/ports.ts'
import type { WorkTrace } from '../delivery/ports.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketEvent } from '../domain/ticket-message.ts'

export interface UnitTracing {
  /** The same stores, watched. */
  readonly stores: Stores
  /** Numbers of the tickets that the unit writes to, and what it does to them. */
  trace(callIds: readonly string[]): WorkTrace
}

/** Notes which tickets a unit concerns, so that a line of the log can name them. */
export function traceUnit(stores: Stores): UnitTracing {
  const { tickets, messages, events } = stores
  const numbers = new Map<string, string>()
  const concerned = new Set<string>()
  const changes: string[] = []
  const know = <T extends Ticket | null>(ticket: T): T => {
    if (ticket !== null) numbers.set(ticket.id, ticket.number)
    return ticket
  }
  const concern = (ticket: Ticket) => {
    know(ticket)
    concerned.add(ticket.id)
  }
  const watched: Stores = {
    ...stores,
    tickets: {
      ...tickets,
      byId: async (id) => know(await tickets.byId(id)),
      byNumber: async (number) => know(await tickets.byNumber(number)),
      byAlbum: async (customerId, albumId) => know(await tickets.byAlbum(customerId, albumId)),
      unfinishedOf: async (customerId) => (await tickets.unfinishedOf(customerId)).map(know),
      add: (ticket, attachments) => {
        concern(ticket)
        tickets.add(ticket, attachments)
      },
      update: (ticket) => {
        concern(ticket)
        tickets.update(ticket)
      },
    },
    messages: {
      ...messages,
      add: (message) => {
        concerned.add(message.ticketId)
        messages.add(message)
      },
    },
    events: {
      ...events,
      add: (event) => {
        concerned.add(event.ticketId)
        changes.push(wordFor(event))
        events.add(event)
      },
    },
  }
  return {
    stores: watched,
    trace: (callIds) => ({
      isNotable: changes.length > 0,
      fields: {
        ...(concerned.size === 0 ? {} : { tickets: [...concerned].map((id) => numbers.get(id) ?? id) }),
        ...(changes.length === 0 ? {} : { changes }),
        ...(callIds.length === 0 ? {} : { callIds }),
      },
    }),
  }
}

/** Only of a status is it known that it holds no words of people. */
function wordFor({ kind, before, after }: TicketEvent): string {
  return kind === 'status-changed' ? `${before} → ${after}` : kind
}
