import type { InboxBody, InboxEvent, NewInboxEvent } from './inbox-event.ts'
import type { CallResult, CallStatus, HoldReason, OutgoingCall, StoredCall } from './outgoing-call.ts'

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

/** By which way Telegram's updates come. */
export type Door = 'polling' | 'webhook'

/**
 * Counts and times for whoever watches over the desk. What goes in is one of few words: never a person, a chat, a text or
 * a token. Times are in ms.
 */
export interface Meters {
  /** An update came in, perhaps for the second time. `kind`: its field in the update, e.g. `message`. */
  received(door: Door, kind: string): void
  /** One try at an inbox event ended. */
  worked(kind: InboxBody['kind'], end: WorkEnd, ms: number): void
  /** The database took what one event changes. */
  committed(ms: number): void
  /** A call to Telegram was answered. `answer`: `ok`, `lost`, `not-sent`, `cut-off`, or the code of an error. */
  called(method: string, answer: string, ms: number): void
  /** A call of the outbox has come to its end. */
  settled(method: string, status: CallStatus): void
}

/** `failed`: given up after the last try. `stale`: the rows had moved on meanwhile, worked again at once. */
export type WorkEnd = 'done' | 'failed' | 'postponed' | 'stale'

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

export interface OutboxStore {
  /** Waiting calls with `seq` above `after`, in order. */
  waiting(after: number, limit: number): Promise<readonly StoredCall[]>
  /** Calls marked as sending by `self`, or by a process that no longer says it lives. Another's calls are its own as long as it does. */
  orphans(self: string, now: Date): Promise<readonly StoredCall[]>
  /** Streams with a call on its way from another process that says it lives. */
  busyElsewhere(self: string, now: Date): Promise<readonly string[]>
  /** Marks calls as in flight, one attempt more, in one commit, before the call is made. Only those still waiting are taken. @returns their ids */
  markSending(ids: readonly string[], now: Date, sender?: string): Promise<readonly string[]>
  /** Results of earlier calls, for references. Absent: unknown id or pruned. */
  results(ids: readonly string[]): Promise<ReadonlyMap<string, PastCall>>
  /**
   * Records outcomes in one commit: final status, result, message links (`subject`, chat, message id) and reports into the inbox.
   * A finished call's payload is blanked: texts are kept in the ticket alone.
   * @returns lanes that got a report
   */
  settle(settlements: readonly Settlement[], now: Date): Promise<readonly string[]>
  /**
   * Gives calls back to wait. `countAttempt: false` takes the attempt back (a 429 is nobody's fault). `leaveAlbum`: they go alone.
   * `sender`: only if it made the last attempt; whoever was away so long that another sends now must not take the call from it.
   */
  retryLater(
    ids: readonly string[],
    notBefore: Date,
    how: { maybeTwice: boolean; countAttempt: boolean; leaveAlbum?: boolean; sender?: string | null },
  ): Promise<void>
  /** The chats that can't be reached. */
  heldChats(): Promise<readonly HeldChat[]>
  /** How many there are: as long as only one process holds chats, another number tells that one was released. */
  countHeldChats(): Promise<number>
  /**
   * Gives refused calls back to wait, uncounted, unless another process has taken them, and holds their chat. One that is held
   * already is tried later, unless only news from the chat itself can end it. In one commit with an event in `lane` where the hold or its reason is new.
   * @returns lanes that got an event
   */
  holdChat(
    held: HeldChat,
    calls: ReadonlyArray<Pick<StoredCall, 'id' | 'sender'>>,
    lane: string,
    now: Date,
  ): Promise<readonly string[]>
  /** After a try without an answer. */
  tryHeldLater(held: HeldChat): Promise<void>
  /** A try went through: ends this very hold, unless the chat has said since that it can't be reached. @returns lanes that got an event */
  releaseHeld(held: HeldChat, lane: string, now: Date): Promise<readonly string[]>
  /** Marks waiting calls as held, and tells the lanes that asked for a report. @returns lanes that got an event */
  reportHeld(calls: readonly StoredCall[], now: Date): Promise<readonly string[]>
  /** Marks waiting calls as superseded. */
  supersede(ids: readonly string[]): Promise<void>
  /** How many actions each chat has seen since `since` (sent or in flight), for the limits after a restart. Times in ms since 1970. */
  recentSends(since: Date): Promise<ReadonlyArray<{ chatId: number; at: number; weight: number }>>
  /**
   * A group became a supergroup: waiting calls move to the new id (column, stream and payload). Ids of messages and topics
   * mean nothing there: edits and deletions of such messages are dropped, replies to them go out as plain messages. A hold ends. `news`
   * goes into the inbox in the same commit.
   * @returns lanes that got something
   */
  moveChat(from: number, to: number, news: readonly NewInboxEvent[], now: Date): Promise<readonly string[]>
  /** Removes what ended before `before`, but not in chats where a call has waited for a day: it may refer to it. @returns how many */
  prune(before: Date): Promise<number>
  /** Waiting or sending calls left, of one chat where it is named. */
  depth(chatId?: number): Promise<number>
}

/** What became of an earlier call. An id in its result means something in its own chat alone. */
export interface PastCall {
  readonly status: StoredCall['status']
  readonly chatId: number
  readonly result: CallResult | null
}

/** A chat that can't be reached: what is meant for it waits. */
export interface HeldChat {
  readonly chatId: number
  readonly reason: HoldReason
  readonly since: Date
  /** Null: only news from the chat itself ends it. */
  readonly nextTryAt: Date | null
  /** Tries refused since it began. */
  readonly tries: number
  /** The call whose refusal began it: it is tried again with this one. */
  readonly callId: string
}

export type Settlement =
  | {
      readonly call: StoredCall
      readonly status: 'sent'
      readonly result: CallResult
      readonly maybeTwice: boolean
    }
  | {
      readonly call: StoredCall
      readonly status: 'failed'
      readonly reason: string
      readonly description: string
    }
  | { readonly call: StoredCall; readonly status: 'unknown' | 'skipped' }

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
