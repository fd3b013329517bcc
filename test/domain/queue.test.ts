import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBreaching, lastBreachingPromise } from '../../src/domain/queue.ts'

const HOUR_MS = 3_600_000
const filed = new Date('2026-11-24T12:00:00Z')
const after = (hours: number) => new Date(filed.getTime() + hours * HOUR_MS)
const ticket = { status: 'open', createdAt: filed, promisedAt: after(24), firstReplyAt: null } as const

test('a promise is about to break in the last quarter of its time, and until somebody has answered', () => {
  expect(isBreaching(ticket, after(17.9))).toBe(false)
  expect(isBreaching(ticket, after(18))).toBe(true)
  expect(isBreaching(ticket, after(400))).toBe(true)
  expect(isBreaching({ ...ticket, firstReplyAt: after(1) }, after(23))).toBe(false)
  for (const status of ['pending', 'resolved', 'closed', 'cancelled'] as const)
    expect(isBreaching({ ...ticket, status }, after(23))).toBe(false)
})

test('nothing that is promised for later than the last breaching promise is breaching', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 * 24 }), fc.integer({ min: 0, max: 500 }), (target, passed) => {
      const promised = { ...ticket, promisedAt: after(target) }
      const now = after(passed)
      if (isBreaching(promised, now)) expect(promised.promisedAt <= lastBreachingPromise(now)).toBe(true)
    }),
  )
})
