import { describe, expect, test } from 'vitest'
import { DEFAULT_BACKOFF } from '../../src/delivery/backoff.ts'
import type { CallFailure } from '../../src/delivery/classify-failure.ts'
import { type Attempt, decideNextStep } from '../../src/delivery/decide-next-step.ts'
import type { DeliveryPolicy } from '../../src/delivery/outgoing-call.ts'
import { aStoredCall } from '../support/outgoing-calls.ts'

function decide(failure: CallFailure, policy: DeliveryPolicy, more: Partial<Attempt> = {}) {
  return decideNextStep({
    call: aStoredCall({ policy }),
    failure,
    attempts: 1,
    parts: 1,
    hint: {},
    heldTries: 0,
    othersSucceed: false,
    backoff: DEFAULT_BACKOFF,
    random: () => 0,
    ...more,
  })
}

const lost: CallFailure = { kind: 'lost' }

describe('a lost answer', () => {
  test.each([
    ['repeatable', { kind: 'retry', maybeTwice: false, countAttempt: true }],
    ['at-least-once', { kind: 'retry', maybeTwice: true, countAttempt: true }],
    ['at-most-once', { kind: 'unknown' }],
  ] as const)('of a call that is %s', (policy, expected) => {
    expect(decide(lost, policy)).toMatchObject(expected)
  })

  test('is waited out longer each time, up to a minute', () => {
    const waits = [1, 2, 3, 7, 20].map((attempts) => decide(lost, 'at-least-once', { attempts }))
    expect(waits).toMatchObject([1_000, 2_000, 4_000, 60_000, 60_000].map((inMs) => ({ inMs })))
  })

  test('is borne for a day while Telegram is down, but not while it takes other calls', () => {
    const attempts = 12
    expect(decide(lost, 'at-least-once', { attempts })).toMatchObject({ kind: 'retry' })
    const given = { kind: 'failed', reason: 'no-answer' }
    expect(decide(lost, 'at-least-once', { attempts, othersSucceed: true })).toEqual(given)
    expect(decide(lost, 'at-least-once', { attempts: 1_440 })).toEqual(given)
  })
})

test('what surely was not sent is tried again whatever its policy, and is never a doubt', () => {
  for (const policy of ['repeatable', 'at-least-once', 'at-most-once'] as const)
    expect(decide({ kind: 'not-sent' }, policy)).toMatchObject({ kind: 'retry', maybeTwice: false })
})

test('a flood pauses the chat and costs no attempt', () => {
  expect(decide({ kind: 'flood', retryAfterMs: 7_000 }, 'at-most-once')).toMatchObject({
    ...{ kind: 'retry', inMs: 7_000, pauseMs: 7_000 },
    ...{ countAttempt: false, maybeTwice: false },
  })
})

test('a missing target is fine for what may be repeated, and a failure for a copy', () => {
  expect(decide({ kind: 'target-gone' }, 'repeatable')).toEqual({ kind: 'sent' })
  expect(decide({ kind: 'target-gone' }, 'at-least-once')).toEqual({ kind: 'failed', reason: 'target-gone' })
})

test('formatting and the reply are given up before the message is', () => {
  const plain = decide({ kind: 'bad-formatting' }, 'at-least-once')
  expect(plain).toMatchObject({ kind: 'retry', hint: { plain: true }, countAttempt: false })
  const alone = decide({ kind: 'reply-target-gone' }, 'at-least-once', { hint: { plain: true } })
  expect(alone).toMatchObject({ kind: 'retry', hint: { plain: true, noReply: true } })
  const hint = { plain: true, noReply: true } as const
  expect(decide({ kind: 'bad-formatting' }, 'at-least-once', { hint })).toMatchObject({ kind: 'failed' })
  expect(decide({ kind: 'reply-target-gone' }, 'at-least-once', { hint })).toMatchObject({ kind: 'failed' })
})

test('an album whose answer got lost goes as one once more, then in parts', () => {
  const call = aStoredCall({ albumKey: 'k' })
  const step = (attempts: number) => decide(lost, 'at-least-once', { call, parts: 3, attempts })
  expect(step(1)).not.toHaveProperty('leaveAlbum')
  expect(step(1)).toMatchObject({ kind: 'retry', maybeTwice: true })
  expect(step(2)).toMatchObject({ kind: 'retry', maybeTwice: true, leaveAlbum: true })
})

test('of texts that went as one message and were refused none is there', () => {
  const call = aStoredCall({ albumKey: 'k', method: 'sendMessage' })
  expect(decide({ kind: 'refused' }, 'at-least-once', { call, parts: 2 })).toMatchObject({
    ...{ kind: 'retry', leaveAlbum: true, maybeTwice: false },
  })
})

test('the parts of a refused album go once more, one by one, as possibly twice', () => {
  const call = aStoredCall({ albumKey: 'k', method: 'sendPhoto' })
  expect(decide({ kind: 'refused' }, 'at-least-once', { call, parts: 3 })).toMatchObject({
    ...{ kind: 'retry', leaveAlbum: true, maybeTwice: true },
  })
})

describe('a chat that can’t be reached', () => {
  test.each([
    [{ kind: 'unreachable', why: 'blocked' }, 'blocked', 30_000],
    [{ kind: 'group-gone' }, 'group-gone', 1_000],
    [{ kind: 'cant-write' }, 'cant-write', 1_000],
  ] as const)('%j is waited for', (failure, reason, tryInMs) => {
    for (const policy of ['at-least-once', 'repeatable'] as const)
      expect(decide(failure, policy)).toEqual({ kind: 'hold', reason, tryInMs })
    expect(decide(failure, 'at-most-once')).toEqual({ kind: 'failed', reason })
  })

  test('is tried less and less often: a group up to once a minute, a person up to four times a day', () => {
    const waits = (failure: CallFailure) =>
      [1, 4, 60].map((heldTries) => decide(failure, 'at-least-once', { heldTries }))
    expect(waits({ kind: 'group-gone' })).toMatchObject(
      [2_000, 16_000, 60_000].map((ms) => ({ tryInMs: ms })),
    )
    expect(waits({ kind: 'unreachable', why: 'blocked' })).toMatchObject(
      [60_000, 480_000, 21_600_000].map((ms) => ({ tryInMs: ms })),
    )
  })

  test('does not cost a ticket its topic', () => {
    const call = aStoredCall({ method: 'createForumTopic', policy: 'at-most-once' })
    expect(decide({ kind: 'group-gone' }, 'at-most-once', { call })).toMatchObject({ kind: 'hold' })
  })

  test('is as good as left where it was to be left', () => {
    const call = aStoredCall({ method: 'leaveChat', policy: 'repeatable' })
    expect(decide({ kind: 'group-gone' }, 'repeatable', { call })).toEqual({ kind: 'sent' })
  })
})

test.each([
  [{ kind: 'unreachable', why: 'deactivated' }, 'deactivated'],
  [{ kind: 'topic-missing' }, 'topic-missing'],
  [{ kind: 'topic-closed' }, 'topic-closed'],
  [{ kind: 'no-rights' }, 'no-rights'],
  [{ kind: 'refused' }, 'refused'],
] as const)('%j is reported as such', (failure, reason) => {
  expect(decide(failure, 'at-least-once')).toEqual({ kind: 'failed', reason })
})
