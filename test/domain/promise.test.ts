import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { promiseFor } from '../../src/domain/promise.ts'

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
