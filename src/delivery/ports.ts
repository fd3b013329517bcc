import type { InboxEvent, NewInboxEvent } from './inbox-event.ts'
import type { OutgoingCall, StoredCall } from './outgoing-call.ts'

/** The moment, as data; tests drive it. */
export interface Clock {
  now(): Date
  /** Calls `fn` after `ms`; the returned function cancels. */
  setTimer(ms: number, fn: () => void): () => void
}

export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What a worked event is found by in the log, besides its number. */
export interface WorkTrace {
  /** A change worth a line at level info. */
  readonly isNotable: boolean
  /** Numbers and ids; never words of people. */
  readonly fields: object
}

/** The right to work one lane for a while. `fence` grows with each new owner. */
export interface LaneLease {
  readonly lane: string
  readonly owner: string
  readonly fence: number
  readonly until: Date
}

export interface InboxStore {
  /**
   * Stores a batch in one commit. An update whose id is already stored for this bot is left out silently.
   * @returns the lanes that got something new
   * @throws UnavailableError when the database is away
   */
  ingest(botId: number, events: readonly NewInboxEvent[], now: Date): Promise<readonly string[]>
  /** Lanes with a waiting event whose time has come and no living lease of another owner. Oldest first. */
  lanesWithWork(owner: string, now: Date, limit: number): Promise<readonly string[]>
  /** The moment the earliest postponed event becomes due, or null. */
  nextDueAt(now: Date): Promise<Date | null>
  /** Takes or renews the lease of a lane; null when another owner holds it. */
  claimLane(lane: string, owner: string, now: Date, forMs: number): Promise<LaneLease | null>
  releaseLane(lease: LaneLease): Promise<void>
  /** The head of the lane and what follows, in order; empty while the head is postponed (`notBefore` after `now`). */
  head(lane: string, now: Date, limit: number): Promise<readonly InboxEvent[]>
  /** After a failed try: counts it and postpones the lane's head. Guarded by the lease. */
  postpone(lease: LaneLease, event: InboxEvent, until: Date, error: string): Promise<void>
  /** Removes finished events older than `before` (kept for recognising redelivery). @returns how many */
  prune(before: Date): Promise<number>
}

/** Collects everything one inbox event changes and commits it as one batch, with the event marked done. */
export interface Unit {
  /** Puts a call into the outbox. */
  send(call: OutgoingCall): void
  /**
   * Takes back what waits of a stream: at the commit it counts as superseded. Where some of it has left by then, the commit
   * throws StaleWriteError.
   * @returns what was taken back, in order, and the ids of what is on its way
   */
  recall(
    stream: string,
  ): Promise<{ readonly calls: readonly StoredCall[]; readonly flying: readonly string[] }>
  /**
   * Takes back those of the calls that Telegram surely has not worked: the same way.
   * @returns their ids
   */
  recallUnsent(callIds: readonly string[]): Promise<readonly string[]>
  /** Puts an event into the inbox, for another lane or this one. */
  raise(event: NewInboxEvent): void
  /**
   * Commits all collected writes, the event's mark (`done`, or `failed` when it is given up) and the guard on the lease.
   * @throws StaleWriteError when the lease or a guarded row moved on: nothing was written, work the event again
   */
  commit(mark: 'done' | 'failed'): Promise<void>
}

/** Runs right after the commit of a unit, e.g. answers the tap. */
export type AfterCommit = ReadonlyArray<() => void>

/**
 * What several processes agree on: who lives, and which one of them does a job (polling, dispatching). Each `now` is to be
 * what {@link LeaseStore.now} said just before, so that one clock decides for all.
 */
export interface LeaseStore {
  /** The moment by the clock they share: the server's, or this machine's where the database is a file. */
  now(): Promise<Date>
  /** This process lives, and what it holds is its own for `forMs`. */
  beat(owner: string, now: Date, forMs: number): Promise<void>
  /** Takes the lease, or renews it. `until`: when it runs out, whoever holds it. */
  hold(name: string, owner: string, now: Date, forMs: number): Promise<{ isOurs: boolean; until: Date }>
  /** Gives the lease back. */
  release(name: string, owner: string): Promise<void>
  /** The end of this process: nothing is its own any more. */
  depart(owner: string): Promise<void>
  /** Ends at once what processes of this machine held that are gone. `self`: this process, as `host:pid:random`. */
  evictDead(self: string, now: Date): Promise<void>
}

/** The network's door, implemented over grammY. */
export interface Transport {
  /** @throws nothing: every end is an answer */
  call(method: string, payload: object, signal?: AbortSignal): Promise<TransportAnswer>
}

export type TransportAnswer =
  | { readonly kind: 'ok'; readonly result: unknown }
  | {
      readonly kind: 'error'
      readonly code: number
      readonly description: string
      readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
    }
  /** The request surely did not reach Telegram (refused connection, DNS). */
  | { readonly kind: 'not-sent'; readonly description: string }
  /** A time-out, a reset, an unreadable answer: it may have been applied. */
  | { readonly kind: 'lost'; readonly description: string }
