import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, elapsed, HOUR_MS, TIME_UNITS } from '../../src/domain/business-calendar.ts'
import { dueSoon, nextPromise } from '../../src/domain/queue.ts'
import { slaRulesOf } from '../../src/domain/sla-rules.ts'
import { CALENDARS, momentOf } from '../support/sla-words.ts'

const ZONE = 'Europe/Moscow'
const CALENDAR = CALENDARS.Russia(ZONE)
const TUESDAY = momentOf('2026-11-24 12:00', ZONE)

test('the first answer is to be kept next, and once it was given, the solution', () => {
  const ticket = { firstReplyAt: null, promisedAt: TUESDAY, resolveBy: null }
  expect(nextPromise(ticket)).toEqual({ target: 'firstResponse', by: TUESDAY })
  const answered = { ...ticket, firstReplyAt: TUESDAY }
  expect(nextPromise(answered)).toEqual({ target: 'resolution', by: null })
  expect(nextPromise({ ...answered, resolveBy: TUESDAY }).by).toBe(TUESDAY)
})

test('each priority and promise has a quarter of its own time', () => {
  const standard = {
    firstResponse: { unit: 'hours', ms: 8 * HOUR_MS },
    resolution: { unit: 'hours', ms: 40 * HOUR_MS },
  } as const
  const due = dueSoon(slaRulesOf(CALENDAR, { targets: { standard } }), TUESDAY)
  const hours = (moment: Date) => (moment.getTime() - TUESDAY.getTime()) / HOUR_MS
  expect(hours(due.standard.firstResponse)).toBe(2)
  expect(hours(due.standard.resolution)).toBe(10)
  expect(hours(due.urgent.firstResponse)).toBe(0.5)
})

test('due soon is what has a quarter of its time left at most, as the calendar counts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TIME_UNITS),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 0, max: 400 }),
      (unit, hours, passed) => {
        const target = { unit, ms: hours * HOUR_MS }
        const due = after(CALENDAR, TUESDAY, target)
        const now = new Date(TUESDAY.getTime() + passed * HOUR_MS)
        const rules = slaRulesOf(CALENDAR, {
          targets: { standard: { firstResponse: target, resolution: target } },
        })
        const isSoon = due <= dueSoon(rules, now).standard.resolution
        expect(isSoon).toBe(elapsed(CALENDAR, unit, now, due) <= target.ms / 4)
      },
    ),
  )
})
