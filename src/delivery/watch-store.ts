import type { SlaTarget } from '../domain/sla.ts'
import type { TicketStatus } from '../domain/ticket.ts'

/** What waits. */
export interface Backlog {
  readonly depth: number
  /** When the oldest of it came; null: nothing waits. */
  readonly oldestAt: Date | null
}

export type ChatKind = 'private' | 'group'
export type TicketCounts = Readonly<Partial<Record<TicketStatus, number>>>

export interface SelfHelpCount {
  readonly category: string
  readonly problem: string
  readonly helped: boolean
  readonly count: number
}

/** Numbers for whoever watches over the desk, each cheap enough to be asked for again and again. */
export interface WatchStore {
  /** Who holds a lease, and until when; null: it was never held. */
  holder(lease: string): Promise<{ readonly owner: string; readonly until: Date } | null>
  /** Events that wait to be worked, postponed ones too. */
  inbox(): Promise<Backlog>
  /** Calls that wait to be made. */
  outbox(): Promise<Readonly<Record<ChatKind, Backlog>>>
  /** How many chats can't be reached, by reason: their calls wait. */
  heldChats(): Promise<Readonly<Record<string, number>>>
  /** Neither closed nor cancelled. */
  unfinishedTickets(): Promise<TicketCounts>
  /** Closed and cancelled: reads them all, so it is not to be asked for often. */
  endedTickets(): Promise<TicketCounts>
  /** What became of the ready answers that customers read, by problem. */
  selfHelp(): Promise<readonly SelfHelpCount[]>
  /** How many tickets were rated with each score, 1 to 5. */
  ratings(): Promise<Readonly<Record<number, number>>>
  /** New and open ones for which the time of a promise is over that is not kept yet; while the customer is asked the clock stands still. */
  overdueTickets(now: Date): Promise<Readonly<Record<SlaTarget, number>>>
}
