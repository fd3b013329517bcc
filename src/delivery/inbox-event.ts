import type { CallResult, HoldReason, Json } from './outgoing-call.ts'

/** How a call ended, as told to the lane that asked for a report. */
export type CallOutcome =
  | { readonly kind: 'sent'; readonly result: CallResult; readonly maybeTwice: boolean }
  | { readonly kind: 'failed'; readonly reason: string; readonly description: string }
  | { readonly kind: 'unknown' }
  /** There was no room for it; see OutgoingCall.roomPercent. */
  | { readonly kind: 'skipped' }
  /** Not ended at all: it waits until its chat can be reached again. */
  | { readonly kind: 'held' }

export interface OutcomeEvent {
  readonly callId: string
  readonly chatId: number
  readonly method: string
  readonly outcome: CallOutcome
  readonly data: Json
}

/** A chat can't be reached from now on, and its calls wait; or a try has shown that it can be reached again. */
export interface ReachEvent {
  readonly chatId: number
  readonly change: 'held' | 'released'
  readonly reason: HoldReason
}

/** What a lane works through: Telegram's updates, outcomes of calls, chats' reach, what time has made due, and requests. */
export type InboxBody =
  | {
      readonly kind: 'update'
      readonly update: { readonly update_id: number; readonly [key: string]: unknown }
    }
  | { readonly kind: 'outcome'; readonly outcome: OutcomeEvent }
  | { readonly kind: 'reach'; readonly reach: ReachEvent }
  | { readonly kind: 'due'; readonly job: string; readonly data: Json }
  /** What another system has asked for; its outcome is kept under `id`. */
  | { readonly kind: 'request'; readonly id: string; readonly name: string; readonly data: Json }

export interface InboxEvent {
  /** Order of arrival. */
  readonly seq: number
  readonly lane: string
  readonly body: InboxBody
  readonly receivedAt: Date
  /** Tries that ended in an error. */
  readonly attempts: number
}

export interface NewInboxEvent {
  readonly lane: string
  readonly body: InboxBody
}
