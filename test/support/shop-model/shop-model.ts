import type { Person } from '../../../src/simulator/driver/person.ts'
import type { Shop } from '../open-shop.ts'
import type { ShiftingClock } from '../shifting-clock.ts'

export type Status = 'new' | 'open' | 'pending' | 'resolved' | 'closed' | 'cancelled'

/** One ticket as it ought to be, written down without a look at the desk's own rules. */
export interface TicketModel {
  /** Begins every marker that belongs to the ticket, and no other. */
  readonly name: string
  status: Status
  said: number
  /** What its history has to hold, once each, and the other side to show, in this order. */
  toStaff: string[]
  toCustomer: string[]
  notes: string[]
  /** So many of `toStaff` stood in a topic that was deleted. */
  seenBefore: number
  /** Does it have a topic? A deleted one is made anew when there is something to say. */
  hasTopic: boolean
  /** Is the agents' last message still there to be edited? */
  hasLastAnswer: boolean
}

/** The same ticket in the shop. */
export interface RealTicket {
  readonly customer: Person
  readonly number: string
  readonly id: string
}

export interface ShopModel {
  tickets: readonly TicketModel[]
  /** Only these explain a second copy. */
  lostAnswers: number
  /** Calls that are yet to fail; requests for updates may meet all of them, one after the other. */
  armedFaults: number
}

export interface RealShop {
  readonly shop: Shop
  readonly clock: ShiftingClock
  readonly agent: Person
  tickets: readonly RealTicket[]
}

export const isOver = ({ status }: TicketModel) => status === 'closed' || status === 'cancelled'

/** Words that are found again wherever they turn up. */
export function nextMarker(ticket: TicketModel): string {
  ticket.said += 1
  return `⟦${ticket.name}.${ticket.said}⟧`
}

export function markersIn(text: string): string[] {
  return text.match(/⟦[^⟧]+⟧/g) ?? []
}
