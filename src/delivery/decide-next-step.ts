import { type Backoff, backoffMs } from './backoff.ts'
import type { CallFailure } from './classify-failure.ts'
import type { HoldReason, StoredCall } from './outgoing-call.ts'

/** Why a call is given up, as told in its report. */
export type FailureReason =
  | 'blocked'
  | 'deactivated'
  | 'never-started'
  | 'group-gone'
  | 'topic-missing'
  | 'topic-closed'
  | 'not-a-forum'
  | 'target-gone'
  | 'cant-write'
  | 'waited-too-long'
  | 'no-rights'
  | 'bad-formatting'
  | 'refused'
  /** The server is too old for the method. */
  | 'unsupported'
  | 'no-answer'
  | 'reference-missing'

/** How a call is to be sent other than it was asked for, after an earlier try was refused. */
export interface SendHint {
  /** Without its formatting. */
  readonly plain?: true
  /** Not as a reply. */
  readonly noReply?: true
}

export type NextStep =
  /** Telegram already is in the state the call asked for. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'retry'
      readonly inMs: number
      readonly maybeTwice: boolean
      readonly countAttempt: boolean
      readonly hint?: SendHint
      /** From now on it goes without the others of its album. */
      readonly leaveAlbum?: true
      /** Leave the whole chat alone for so long. */
      readonly pauseMs?: number
    }
  /** The whole chat can't be reached: everything for it waits. */
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly tryInMs: number }
  | { readonly kind: 'move-chat'; readonly to: number }
  | { readonly kind: 'stop' }

export interface Attempt {
  readonly call: StoredCall
  readonly failure: CallFailure
  /** Tries that counted, this one among them. */
  readonly attempts: number
  /** Parts sent together; 1: not an album. */
  readonly parts: number
  readonly hint: SendHint
  /** Refused tries since the chat is held; 0: it is not. */
  readonly heldTries: number
  /** Did Telegram take other calls lately? Then it is this call that it chokes on. */
  readonly othersSucceed: boolean
  readonly backoff: Backoff
  readonly random: () => number
}

/** About a day of tries a minute apart. */
const LAST_ATTEMPT = 1_440
/** So many lost answers while other calls go through: it must not hold back its stream any longer. */
const LAST_ATTEMPT_WHEN_ALONE = 12

/**
 * What becomes of a call that was not answered with "ok". This is the one place of policies: a repair (a new
 * topic for a missing one, say) is added here as a further step, or above, by whoever gets the failure's report.
 */
export function decideNextStep(attempt: Attempt): NextStep {
  const { call, failure, hint } = attempt
  switch (failure.kind) {
    case 'unchanged':
      return { kind: 'sent' }
    case 'target-gone':
      return call.policy === 'repeatable' ? { kind: 'sent' } : refused(attempt, 'target-gone')
    case 'unreachable':
      return failure.why === 'blocked' ? hold(attempt, 'blocked') : { kind: 'failed', reason: failure.why }
    case 'group-gone':
      // A group that was to be left has been.
      return call.method === 'leaveChat' ? { kind: 'sent' } : hold(attempt, 'group-gone')
    case 'cant-write':
      return hold(attempt, 'cant-write')
    case 'topic-missing':
    case 'topic-closed':
    case 'not-a-forum':
    case 'no-rights':
      return { kind: 'failed', reason: failure.kind }
    case 'refused':
      return refused(attempt, 'refused')
    case 'bad-formatting':
      return hint.plain ? refused(attempt, 'bad-formatting') : again({ ...hint, plain: true })
    case 'reply-target-gone':
      return hint.noReply ? refused(attempt, 'refused') : again({ ...hint, noReply: true })
    case 'flood':
      return { ...again(hint), inMs: failure.retryAfterMs, pauseMs: failure.retryAfterMs }
    case 'migrated':
      return { kind: 'move-chat', to: failure.chatId }
    case 'token-revoked':
      return { kind: 'stop' }
    case 'conflict':
    case 'not-sent':
      return attempt.attempts >= LAST_ATTEMPT
        ? { kind: 'failed', reason: 'no-answer' }
        : later(attempt, false)
    case 'lost':
      return afterLostAnswer(attempt)
    default:
      return unknownFailure(failure)
  }
}

/**
 * Is it worth waiting until its chat can be reached? Tips and reminders are not. A topic is asked for at most once only because
 * of lost answers; the ticket behind it needs it all the same.
 */
export function outlastsHold(call: StoredCall): boolean {
  return call.policy !== 'at-most-once' || call.method === 'createForumTopic'
}

/**
 * What waits longer for a person who blocked the bot is given up: after a month without a word even the ticket is long over, and an
 * answer out of nowhere would only puzzle. A group is waited for without an end. Milliseconds.
 */
const LONGEST_WAIT_MS = 30 * 24 * 3_600_000

export function waitedTooLong(call: StoredCall, reason: HoldReason, now: Date): boolean {
  return reason === 'blocked' && now.getTime() - call.createdAt.getTime() >= LONGEST_WAIT_MS
}

/**
 * Telegram tells when a person blocks the bot, and from then on nothing is tried; until that news has come (it may have crossed
 * the call, or got lost) a try now and then finds out.
 */
const PERSON_TRIES: Backoff = { firstMs: 30_000, maxMs: 6 * 3_600_000 }

function hold(attempt: Attempt, reason: HoldReason): NextStep {
  if (!outlastsHold(attempt.call)) return { kind: 'failed', reason }
  const backoff = reason === 'blocked' ? PERSON_TRIES : attempt.backoff
  return { kind: 'hold', reason, tryInMs: backoffMs(attempt.heldTries + 1, backoff, attempt.random) }
}

/** What must arrive is sent again, what may be missed is not; see {@link DeliveryPolicy}. */
function afterLostAnswer(attempt: Attempt): NextStep {
  const { call, attempts } = attempt
  if (call.policy === 'at-most-once') return { kind: 'unknown' }
  const last = attempt.othersSucceed ? LAST_ATTEMPT_WHEN_ALONE : LAST_ATTEMPT
  if (attempts >= last) return { kind: 'failed', reason: 'no-answer' }
  const again = later(attempt, call.policy === 'at-least-once')
  return call.albumKey !== null && attempts > RESENDS_OF_ALBUM ? { ...again, leaveAlbum: true } : again
}

/**
 * An album whose answer got lost is sent once more as an album; after that its parts go one by one. Each then has an answer of
 * its own, and not all of them are doubled because of one.
 */
const RESENDS_OF_ALBUM = 1

/**
 * A refused album is never sent again as one. Telegram refuses it as a whole even where it has sent some of its items, so the parts
 * go once more, one by one, as possibly twice. Of texts that went as one message none has been sent.
 */
function refused(attempt: Attempt, reason: FailureReason): NextStep {
  if (attempt.parts === 1) return { kind: 'failed', reason }
  return { ...again(attempt.hint), maybeTwice: attempt.call.method !== 'sendMessage', leaveAlbum: true }
}

function again(hint: SendHint): NextStep & { kind: 'retry' } {
  return { kind: 'retry', inMs: 0, maybeTwice: false, countAttempt: false, hint }
}

function later(attempt: Attempt, maybeTwice: boolean): NextStep & { kind: 'retry' } {
  const inMs = backoffMs(attempt.attempts, attempt.backoff, attempt.random)
  return { kind: 'retry', inMs, maybeTwice, countAttempt: true, hint: attempt.hint }
}

function unknownFailure(failure: never): NextStep {
  throw new Error(`Unknown failure: ${JSON.stringify(failure)}`)
}
