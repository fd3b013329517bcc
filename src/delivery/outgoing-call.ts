/** What the outbox holds: calls to Telegram that were promised together with the state they tell of. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * A value that is known only when an earlier call has been answered, e.g. the id of a message not yet sent.
 * `orElse: 'omit'` drops the field where that call failed; `'give-up'` fails this call too.
 */
export interface CallRef {
  readonly $ref: string
  readonly field: 'message_id' | 'message_thread_id'
  readonly orElse: 'omit' | 'give-up'
}

/**
 * What to do when the answer got lost and Telegram may have applied the call or not.
 * `repeatable`: applying twice changes nothing (edits, deletions). `at-least-once`: send again after a delay.
 * `at-most-once`: leave it as unknown.
 */
export type DeliveryPolicy = 'repeatable' | 'at-least-once' | 'at-most-once'

/** Smaller goes first among the streams of one chat; whatever is urgent goes before all that is not, however long that has waited. */
export const CALL_PRIORITY = { urgent: 0, reply: 1, card: 2, bookkeeping: 3 } as const
export type CallPriority = (typeof CALL_PRIORITY)[keyof typeof CALL_PRIORITY]

/** Marks, edits and deletions: nobody has more to read than before. */
export function isUpkeep({ priority }: { readonly priority: number }): boolean {
  return priority === CALL_PRIORITY.bookkeeping
}

/**
 * Asks that the outcome come back as an inbox event in `lane`; `data` is handed back untouched. `failure` includes what was
 * sent but may have arrived twice.
 */
export interface OutcomeReport {
  readonly lane: string
  readonly when: 'always' | 'failure'
  readonly data: Json
}

export interface OutgoingCall {
  readonly id: string
  /** The chat whose limits it counts against. Negative for groups. */
  readonly chatId: number
  /** Calls of one stream go out one by one, in the order they were put. */
  readonly stream: string
  readonly method: string
  /**
   * The Bot API parameters; a {@link CallRef} may stand anywhere in it. Those in `$first` count instead of their namesakes
   * when the call goes alone or first of those it goes with, those in `$omitted` when a reference beside them was left out.
   */
  readonly payload: { readonly [key: string]: unknown }
  readonly priority: CallPriority
  readonly policy: DeliveryPolicy
  /** Not sent before this moment. A call that waits holds back its stream. */
  readonly notBefore: Date | null
  /** An earlier waiting call with the same key is dropped: the newer one says it all. */
  readonly coalesceKey: string | null
  /**
   * Waiting single-media sends with the same key go out as one album, sorted by `albumIndex`; waiting texts with the same key that
   * follow one another, as one message.
   */
  readonly albumKey: string | null
  readonly albumIndex: number
  /** What the sent message shows; kept beside the message id so that replies and edits find it. */
  readonly subject: string | null
  readonly report: OutcomeReport | null
  /**
   * Worth an action only while the group is calm: sent when what the group has used of its window and what waits for it, this
   * call among them, make at most so many percent of the window, and no rush is beginning (see RateLimits.hasRoom); else it ends as
   * `skipped`. Null: worth it at any time.
   */
  readonly roomPercent: number | null
}

export type CallStatus = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown' | 'skipped' | 'superseded'

/** Why a whole chat can't be reached. `blocked`: a person; the others: a group. */
export type HoldReason = 'blocked' | 'group-gone' | 'cant-write'

/** A call as the store keeps it. */
export interface StoredCall extends OutgoingCall {
  /** Order of arrival. */
  readonly seq: number
  readonly status: CallStatus
  readonly attempts: number
  /** An earlier attempt's answer got lost: the message may be there already. */
  readonly maybeTwice: boolean
  /** The process that made the last attempt; null: none did. */
  readonly sender: string | null
  readonly createdAt: Date
  /** When its lane was told that it waits for a chat that can't be reached; null: never. */
  readonly heldAt: Date | null
}

/** What every call that does not go to Telegram has in common: nothing waits for it, and it goes alone. */
export const BESIDE_TELEGRAM = {
  priority: CALL_PRIORITY.bookkeeping,
  notBefore: null,
  coalesceKey: null,
  albumKey: null,
  albumIndex: 0,
  subject: null,
  report: null,
  roomPercent: null,
} as const satisfies Partial<OutgoingCall>

/** Methods of ours beside Telegram's: promised, tried again and reported like any call, done by doors before the transport. */
export const DOWNLOAD_FILE = 'downloadFile'
/** Deletes the copy of a file. */
export const DISCARD_FILE = 'discardFile'
/** Measures whether a photo can be read. */
export const LOOK_AT_PHOTO = 'lookAtPhoto'
/** Asks the shop about an order. */
export const LOOK_UP_ORDER = 'lookUpOrder'
export const SEND_MAIL = 'sendMail'
/** Tells another system what has happened to a ticket. */
export const POST_EVENT = 'postEvent'
/** Makes a file of all that is kept of a customer and sends it to them, which is a message to their chat. */
export const SEND_EXPORT = 'sendExport'
/** Makes a report and sends it, which is a message to the chat. */
export const SEND_REPORT = 'sendReport'

const AWAY_FROM_TELEGRAM: readonly string[] = [
  DOWNLOAD_FILE,
  DISCARD_FILE,
  LOOK_AT_PHOTO,
  LOOK_UP_ORDER,
  SEND_MAIL,
  POST_EVENT,
]

/** A file of this machine among a call's parameters, for the transport to send. A door makes it: the outbox can't hold one. */
export class LocalFile {
  readonly path: string
  /** As the receiver sees it. */
  readonly name: string

  constructor(path: string, name: string) {
    this.path = path
    this.name = name
  }
}

/** Whether a call goes nowhere near Telegram's limits. */
export function isAwayFromTelegram(method: string): boolean {
  return AWAY_FROM_TELEGRAM.includes(method)
}

/** Whether files or other servers are behind the call: it takes longer than an answer of Telegram's. */
export function takesLong(method: string): boolean {
  return method === SEND_EXPORT || method === SEND_REPORT || isAwayFromTelegram(method)
}

/**
 * Where they queue up: so many go side by side, and none holds back a chat. No chat has these ids, they have a bit more
 * than any of Telegram's. https://core.telegram.org/bots/api#chat
 */
export const FIRST_QUEUE = 2 ** 52
export const QUEUES = {
  files: [FIRST_QUEUE, FIRST_QUEUE + 1, FIRST_QUEUE + 2],
  mail: [FIRST_QUEUE + 3, FIRST_QUEUE + 4],
  shop: [FIRST_QUEUE + 5, FIRST_QUEUE + 6],
  photos: [FIRST_QUEUE + 7, FIRST_QUEUE + 8],
  events: [FIRST_QUEUE + 16, FIRST_QUEUE + 17, FIRST_QUEUE + 18],
} as const satisfies Readonly<Record<string, readonly [number, ...number[]]>>

/** The queue of all that has this key: one after the other. */
export function queueOf(queues: readonly [number, ...number[]], key: string): number {
  const sum = [...key].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return queues[sum % queues.length] ?? queues[0]
}

/** What {@link DOWNLOAD_FILE} brings. */
export interface DownloadedFile {
  /** Relative to DATA_DIR. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** By its content; null where that tells nothing. */
  readonly mimeType: string | null
}

/** What is kept of a call's answer. */
export interface CallResult {
  readonly file?: DownloadedFile
  /** What the other methods of ours bring. */
  readonly found?: Json
  readonly message_id?: number
  readonly message_thread_id?: number
  /** Of a message that one member of a group sees alone; its `message_id` is 0. */
  readonly ephemeral_message_id?: number
}
