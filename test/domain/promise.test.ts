import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { delayOf, promiseFor } from '../../src/domain/promise.ts'
import { aTicket } from './builders.ts'

const HOUR_MS = 3_600_000
const ZONE = 'Europe/Moscow'
const aMoment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2029-01-01T00:00:00Z'),
  noInvalidDate: true,
})

function complex(local: string, zone = ZONE): string {
  const opened = DateTime.fromISO(local, { zone }).toJSDate()
  return DateTime.fromJSDate(promiseFor('complex', opened, zone), { zone }).toFormat("ccc yyyy-MM-dd'T'HH:mm")
}

describe('the promised time', () => {
  test('is 24 hours for a standard ticket and 2 for an urgent one, at any hour of any day', () => {
    fc.assert(
      fc.property(aMoment, (opened) => {
        expect(promiseFor('standard', opened, ZONE).getTime() - opened.getTime()).toBe(24 * HOUR_MS)
        expect(promiseFor('urgent', opened, ZONE).getTime() - opened.getTime()).toBe(2 * HOUR_MS)
      }),
    )
  })

  test.each([
    ['2026-11-02T10:00', 'Thu 2026-11-05T10:00', 'Monday'],
    ['2026-11-04T10:00', 'Mon 2026-11-09T10:00', 'Wednesday, over a weekend'],
    ['2026-11-06T23:30', 'Wed 2026-11-11T23:30', 'late on Friday'],
    ['2026-11-07T10:00', 'Wed 2026-11-11T10:00', 'Saturday'],
    ['2026-11-08T10:00', 'Wed 2026-11-11T10:00', 'Sunday'],
  ])('of a complex ticket filed %s is three business days on: %s (%s)', (opened, promised) => {
    expect(complex(opened)).toBe(promised)
  })

  test('of a complex ticket goes by the shop’s own day, and keeps the clock time when clocks change', () => {
    // Sunday evening in UTC is Monday morning in Vladivostok.
    const opened = new Date('2026-11-01T22:00:00Z')
    expect(promiseFor('complex', opened, 'Asia/Vladivostok').toISOString()).toBe('2026-11-04T22:00:00.000Z')
    expect(promiseFor('complex', opened, 'Etc/UTC').toISOString()).toBe('2026-11-04T22:00:00.000Z')
    expect(complex('2026-10-23T10:00', 'Europe/Berlin')).toBe('Wed 2026-10-28T10:00')
  })

  test('of a complex ticket never falls on a weekend and always leaves three business days', () => {
    const zone = fc.constantFrom(ZONE, 'Asia/Vladivostok', 'America/New_York', 'Asia/Kolkata')
    fc.assert(
      fc.property(aMoment, zone, (opened, timeZone) => {
        const from = DateTime.fromJSDate(opened, { zone: timeZone })
        const until = DateTime.fromJSDate(promiseFor('complex', opened, timeZone), { zone: timeZone })
        expect(until.weekday).toBeLessThanOrEqual(5)
        const days = Math.round(until.startOf('day').diff(from.startOf('day'), 'days').days)
        const passed = Array.from({ length: days }, (_, day) => from.plus({ days: day + 1 }).weekday)
        expect(passed.filter((weekday) => weekday <= 5)).toHaveLength(3)
      }),
    )
  })
})

describe('a promise that will not be kept', () => {
  const promisedAt = new Date('2026-11-24T09:00:00Z')
  const minutesAfter = (minutes: number) => new Date(promisedAt.getTime() + minutes * 60_000)
  const ticket = aTicket({ promisedAt })

  test('gets the same measure again, from a quarter of an hour before it on', () => {
    expect(delayOf(ticket, minutesAfter(-16), ZONE)).toBeNull()
    expect(delayOf(ticket, minutesAfter(-14), ZONE)).toEqual(minutesAfter(24 * 60))
    expect(delayOf({ ...ticket, priority: 'urgent' }, minutesAfter(5), ZONE)).toEqual(minutesAfter(120))
  })

  test('after a long outage the new time still lies ahead, and a day later nothing is told any more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -14, max: 24 * 60 - 1 }),
        fc.constantFrom('standard', 'urgent', 'complex'),
        (minutes, priority) => {
          const now = minutesAfter(minutes)
          expect(Number(delayOf({ ...ticket, priority }, now, ZONE))).toBeGreaterThan(now.getTime())
        },
      ),
    )
    expect(delayOf(ticket, minutesAfter(24 * 60), ZONE)).toBeNull()
  })

  test('is none where somebody has answered, is asked, or was told', () => {
    const now = minutesAfter(-10)
    for (const change of [
      { firstReplyAt: NOW_BEFORE },
      { delayedUntil: NOW_BEFORE },
      { status: 'pending' },
      { status: 'resolved' },
      { status: 'closed' },
    ] as const)
      expect(delayOf({ ...ticket, ...change }, now, ZONE)).toBeNull()
  })
})

const NOW_BEFORE = new Date('2026-11-24T08:00:00Z')
