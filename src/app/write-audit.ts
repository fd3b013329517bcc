import type { Ticket } from '../domain/ticket.ts'
import type { TicketEvent, TicketEventKind } from '../domain/ticket-message.ts'
import type { Actor, Desk } from './desk.ts'

/** One line of the ticket's audit: who did what, and how it was before and after. */
export function writeAudit(
  desk: Desk,
  ticket: Pick<Ticket, 'id'>,
  actor: Actor,
  kind: TicketEventKind,
  change: Pick<TicketEvent, 'before' | 'after'>,
): void {
  desk.stores.events.add({
    id: desk.ids.next(),
    ticketId: ticket.id,
    kind,
    actor,
    at: desk.now,
    before: change.before,
    after: change.after,
  })
}
