import type { Customer } from '../domain/people.ts'
import type { DueSoon, QueueFilter } from '../domain/queue.ts'
import type { Rating } from '../domain/rating.ts'
import type { FoundRange, SearchMode } from '../domain/search/search-query.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { GroupHome, StaffThread } from './staff-ports.ts'

/** What agents look through. Nothing here writes: what can be found is written with the rows that it is found in. */

/** Which categories' tickets somebody may see: these alone, or all but those. */
export type TicketScope = Pick<GroupHome, 'only' | 'except'>

export interface SearchStore {
  /**
   * Tickets in which everything typed is found, the newest place first.
   * @param before a place that an earlier page named; null: from the newest on
   * @returns null where nothing that was typed is a word
   */
  find(search: {
    readonly typed: string
    readonly mode: SearchMode
    readonly scope: TicketScope
    readonly before: number | null
    readonly limit: number
  }): Promise<SearchPage | null>
}

export interface SearchPage {
  readonly hits: readonly SearchHit[]
  /** Where the next page goes on; null: this is the last one. */
  readonly next: number | null
}

/** The newest place in a ticket where it was found. */
export interface SearchHit {
  readonly ticketId: string
  readonly text: string
  /** Where in the text; empty where a name or a number was found. */
  readonly found: readonly FoundRange[]
  /** Written by agents for agents. */
  readonly isNote: boolean
}

/** A ticket with what a line about it says. */
export interface TicketOverview {
  readonly ticket: Ticket
  readonly customer: Customer
  /** As the group knows them; null: nobody has the ticket, or somebody without a name. */
  readonly assigneeName: string | null
  readonly thread: StaffThread | null
  readonly rating: Rating | null
}

export interface OverviewPage {
  readonly rows: readonly TicketOverview[]
  readonly hasMore: boolean
}

export interface OverviewStore {
  /** In the order of the ids. */
  byIds(ticketIds: readonly string[]): Promise<readonly TicketOverview[]>
  /** What waits for agents, by the promise that is to be kept next, the earliest first; `page` from 0. */
  queue(wanted: {
    readonly filter: QueueFilter
    /** Whose `mine` is. */
    readonly agentId: string
    readonly scope: TicketScope
    /** What `breaching` is. */
    readonly dueSoon: DueSoon
    readonly page: number
    readonly pageSize: number
  }): Promise<OverviewPage>
  /** A customer's tickets, the newest first; `page` from 0. */
  ofCustomer(wanted: {
    readonly customerId: string
    readonly scope: TicketScope
    readonly page: number
    readonly pageSize: number
  }): Promise<OverviewPage>
}
