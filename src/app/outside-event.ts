import type { TicketFacts } from './ticket-facts.ts'

/** What other systems are told has happened to a ticket. */

/** What may follow a ticket's opening. */
export type TicketChange =
  | { readonly type: 'ticket.opened' | 'ticket.assigned' }
  | { readonly type: 'ticket.status_changed'; readonly before: string; readonly after: string }
  | {
      readonly type: 'ticket.priority_changed'
      readonly before: string | null
      readonly after: string | null
    }
  | { readonly type: 'ticket.replied'; readonly by: 'customer' | 'agent'; readonly messageId: string }
  | { readonly type: 'ticket.rated'; readonly score: number }

export const EVENT_TYPES = [
  'ticket.opened',
  'ticket.assigned',
  'ticket.status_changed',
  'ticket.priority_changed',
  'ticket.replied',
  'ticket.rated',
] as const satisfies readonly TicketChange['type'][]

/** One event; told again after a failure it is the same to the letter. */
export interface OutsideEvent {
  readonly id: string
  readonly type: TicketChange['type']
  /** ISO 8601. */
  readonly createdAt: string
  /** As it was when all that happened together with the event had happened. */
  readonly ticket: TicketFacts
  /** What is particular to the type; empty for some. */
  readonly change: Readonly<Record<string, string | number | null>>
}
