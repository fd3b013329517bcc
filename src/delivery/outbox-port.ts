import type { NewInboxEvent } from './inbox-event.ts'
import type { CallResult, HoldReason, StoredCall } from './outgoing-call.ts'

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
  /** How many actions each chat has seen since `since` (sent or in flight), for the limits after a restart. */
  recentSends(since: Date): Promise<readonly RecentSend[]>
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

/** `at` in ms since 1970; see RateLimits.record. */
export interface RecentSend {
  readonly chatId: number
  readonly at: number
  readonly weight: number
  readonly isUpkeep: boolean
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
