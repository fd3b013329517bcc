import { type Backoff, backoffMs } from './backoff.ts'
import type { CallFailure } from './classify-failure.ts'
import type { StoredCall } from './outgoing-call.ts'

/** Why a call is given up, as told in its report. */
export type FailureReason =
  | 'blocked'
  | 'deactivated'
  | 'never-started'
  | 'group-gone'
  | 'topic-missing'
  | 'topic-closed'
  | 'target-gone'
  | 'no-rights'
  | 'bad-formatting'
  | 'refused'
  | 'no-answer'
  | 'reference-missing'

/** How a call is to be sent other than it was asked for, after an earlier try was refused. */
export interface SendHint {
  /** Without its formatting. */
  readonly plain?: true
  /** Not as a part of its album. */
  readonly alone?: true
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
      /** Leave the whole chat alone for so long. */
      readonly pauseMs?: number
    }
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
      return { kind: 'failed', reason: failure.why }
    case 'group-gone':
    case 'topic-missing':
    case 'topic-closed':
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

/** What must arrive is sent again, what may be missed is not; see {@link DeliveryPolicy}. */
function afterLostAnswer(attempt: Attempt): NextStep {
  const { call, attempts } = attempt
  if (call.policy === 'at-most-once') return { kind: 'unknown' }
  const last = attempt.othersSucceed ? LAST_ATTEMPT_WHEN_ALONE : LAST_ATTEMPT
  if (attempts >= last) return { kind: 'failed', reason: 'no-answer' }
  return later(attempt, call.policy === 'at-least-once')
}

/** Some items of a refused album may have been sent, so its parts go once more, one by one, as possibly twice. */
function refused(attempt: Attempt, reason: FailureReason): NextStep {
  if (attempt.parts === 1) return { kind: 'failed', reason }
  return { ...again({ ...attempt.hint, alone: true }), maybeTwice: true }
}

function again(hint: SendHint): NextStep & { kind: 'retry' } {
  return { kind: 'retry', inMs: 0, maybeTwice: false, countAttempt: false, hint }
}

function later(attempt: Attempt, maybeTwice: boolean): NextStep {
  const inMs = backoffMs(attempt.attempts, attempt.backoff, attempt.random)
  return { kind: 'retry', inMs, maybeTwice, countAttempt: true, hint: attempt.hint }
}

function unknownFailure(failure: never): NextStep {
  throw new Error(`Unknown failure: ${JSON.stringify(failure)}`)
}
