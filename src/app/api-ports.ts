import type { Ticket, TicketStatus } from '../domain/ticket.ts'

/** What other systems ask for at the HTTP API, and how they read tickets. */

export const REQUEST_NAMES = ['create-ticket', 'reply', 'change-status'] as const
export type RequestName = (typeof REQUEST_NAMES)[number]

/** Asked again with the same `key`, nothing is done twice. */
export interface ApiRequest {
  readonly id: string
  /** The system, by the name of its token. */
  readonly client: string
  readonly key: string
  /** Of what was asked, to tell it from something else under the same key. */
  readonly fingerprint: string
  readonly name: RequestName
  /** JSON of a RequestOutcome; null while it waits. */
  readonly outcome: string | null
  readonly createdAt: Date
}

/** Within the unit that does what was asked. */
export interface ApiRequestStore {
  byId(id: string): Promise<ApiRequest | null>
  /** Where it has an outcome already, the commit throws StaleWriteError. */
  finish(id: string, outcome: string): void
}

/** Towards the web: each call is a commit, or a reading, of its own. */
export interface ApiRequestDesk {
  byId(id: string): Promise<ApiRequest | null>
  byKey(client: string, key: string): Promise<ApiRequest | null>
  /**
   * Stores what is asked together with the inbox event that does it, in one commit.
   * @param data what is asked, for the event: kept until it is worked
   * @returns false where the client's key is stored already: then nothing was
   */
  put(request: ApiRequest, event: { readonly lane: string; readonly data: object }): Promise<boolean>
  /** Removes what was asked before a moment. @returns how many */
  prune(before: Date): Promise<number>
}

/** With the moment at which it, or a message in it, last changed. */
export interface ChangedTicket {
  readonly ticket: Ticket
  readonly updatedAt: Date
}

/** A place in the order of changes. */
export interface ChangePlace {
  readonly updatedAt: Date
  readonly id: string
}

export interface ChangeFilter {
  /** Null: any. */
  readonly statuses: readonly TicketStatus[] | null
  readonly since: Date | null
  /** Null: from the beginning. */
  readonly after: ChangePlace | null
  readonly limit: number
}

export interface ChangedTicketStore {
  byNumber(number: string): Promise<ChangedTicket | null>
  /** The longest unchanged first, so that what changes while somebody reads on comes later, and nothing is missed. */
  page(filter: ChangeFilter): Promise<readonly ChangedTicket[]>
}
