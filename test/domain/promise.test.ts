import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerBy, delayOf } from '../../src/domain/promise.ts'
import { slaOf } from '../../src/domain/sla.ts'
import { slaRulesOf } from '../../src/domain/sla-rules.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { CALENDARS } from '../support/sla-words.ts'
import { aTicket } from './builders.ts'

const RULES = slaRulesOf(CALENDARS.Russia('Europe/Moscow'))

describe('a promise that will not be kept', () => {
  const filedAt = new Date('2026-11-23T09:00:00Z')
  const promisedAt = new Date('2026-11-24T09:00:00Z')
  const minutesAfter = (minutes: number) => new Date(promisedAt.getTime() + minutes * 60_000)
  const ticket = aTicket({ createdAt: filedAt, promisedAt })
  const delayAt = (one: Ticket, now: Date) => {
    const status = {
      kind: 'status-changed',
      before: 'new',
      after: one.status,
      at: minutesAfter(-60),
    } as const
    return delayOf(one, slaOf(one, one.status === 'new' ? [] : [status], RULES, now), RULES, now)
  }

  test('gets the same measure again, from a quarter of an hour before it on', () => {
    expect(delayAt(ticket, minutesAfter(-16))).toBeNull()
    expect(delayAt(ticket, minutesAfter(-14))).toEqual(minutesAfter(24 * 60))
    const urgent = aTicket({ createdAt: minutesAfter(-120), priority: 'urgent' })
    expect(delayAt(urgent, minutesAfter(5))).toEqual(minutesAfter(120))
  })

  test('counts the new time by the calendar, too', () => {
    const complex = aTicket({ createdAt: new Date('2026-12-25T09:00:00Z'), priority: 'complex' })
    // Promised for Wednesday 30 December; the next business days are from 11 January on.
    expect(delayAt(complex, new Date('2026-12-30T08:50:00Z'))).toEqual(new Date('2027-01-13T09:00:00Z'))
  })

  test('after a long outage the new time still lies ahead, and a day later nothing is told any more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -14, max: 24 * 60 - 1 }),
        fc.constantFrom('standard', 'urgent', 'complex'),
        (minutes, priority) => {
          const createdAt = {
            standard: filedAt,
            urgent: minutesAfter(-120),
            complex: new Date('2026-11-19T09:00:00Z'),
          }
          const now = minutesAfter(minutes)
          const late = { ...ticket, priority, createdAt: createdAt[priority] }
          expect(Number(delayAt(late, now))).toBeGreaterThan(now.getTime())
        },
      ),
    )
    expect(delayAt(ticket, minutesAfter(24 * 60))).toBeNull()
  })

  test('is none where somebody has answered, is asked, or was told', () => {
    const now = minutesAfter(-10)
    const before = new Date('2026-11-24T08:00:00Z')
    for (const change of [
      { firstReplyAt: before },
      { delayedUntil: before },
      { status: 'pending' },
      { status: 'resolved' },
      { status: 'closed' },
    ] as const)
      expect(delayAt({ ...ticket, ...change }, now)).toBeNull()
  })

  test('is shown by the later of the two times', () => {
    expect(answerBy({ promisedAt, delayedUntil: null })).toEqual(promisedAt)
    expect(answerBy({ promisedAt, delayedUntil: minutesAfter(60) })).toEqual(minutesAfter(60))
    expect(answerBy({ promisedAt: minutesAfter(90), delayedUntil: minutesAfter(60) })).toEqual(
      minutesAfter(90),
    )
  })
})
