import type { InboxBody } from './inbox-event.ts'
import type { CallStatus } from './outgoing-call.ts'

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
