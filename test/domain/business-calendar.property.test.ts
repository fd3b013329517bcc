import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  type BusinessCalendar,
  DAY_MS,
  elapsed,
  after as endOf,
  HOUR_MS,
  isBusinessDay,
  TIME_UNITS,
  type TimeUnit,
} from '../../src/domain/business-calendar.ts'
import { CALENDARS, type CalendarName, momentOf } from '../support/sla-words.ts'

const ZONES = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Jerusalem',
  // Its clocks go on at midnight: that day begins at one.
  'Africa/Cairo',
]
const aMoment = fc.date({
  min: new Date('2025-11-01T00:00:00Z'),
  max: new Date('2028-02-01T00:00:00Z'),
  noInvalidDate: true,
})
const aCalendar = fc
  .tuple(fc.constantFrom(...(Object.keys(CALENDARS) as CalendarName[])), fc.constantFrom(...ZONES))
  .map(([name, zone]): BusinessCalendar => CALENDARS[name](zone))
const aUnit = fc.constantFrom<TimeUnit>(...TIME_UNITS)
/** Up to sixty days on. */
const aWhile = fc.integer({ min: 0, max: 60 * DAY_MS })
/** Milliseconds a fraction may be rounded by: business days of 23 or 25 hours. */
const ROUNDING_MS = 2

const plus = (moment: Date, ms: number) => new Date(moment.getTime() + ms)

describe('business time', () => {
  test('adds up: the way to a moment and from there on is the whole way', () => {
    fc.assert(
      fc.property(aCalendar, aUnit, aMoment, aWhile, aWhile, (calendar, unit, from, first, second) => {
        const between = plus(from, first)
        const to = plus(between, second)
        const parts = elapsed(calendar, unit, from, between) + elapsed(calendar, unit, between, to)
        expect(Math.abs(elapsed(calendar, unit, from, to) - parts)).toBeLessThan(1e-3)
      }),
    )
  })

  test('never runs back, and never faster than a short day makes it', () => {
    fc.assert(
      fc.property(aCalendar, aUnit, aMoment, aWhile, aWhile, (calendar, unit, from, first, more) => {
        const shorter = elapsed(calendar, unit, from, plus(from, first))
        const longer = elapsed(calendar, unit, from, plus(from, first + more))
        expect(longer).toBeGreaterThanOrEqual(shorter - 1e-3)
        expect(longer - shorter).toBeLessThanOrEqual(more * (24 / 23) + 1e-3)
        expect(elapsed(calendar, unit, plus(from, first), from)).toBe(0)
      }),
    )
  })

  test('later promises end later, whatever they are counted in', () => {
    fc.assert(
      fc.property(
        ...([aCalendar, aUnit, aMoment] as const),
        ...[fc.integer({ min: 0, max: 20 * DAY_MS }), fc.integer({ min: 0, max: 20 * DAY_MS }), aWhile],
        (calendar, unit, from, ms, more, later) => {
          const end = endOf(calendar, from, { unit, ms })
          expect(end >= from).toBe(true)
          expect(endOf(calendar, from, { unit, ms: ms + more }) >= end).toBe(true)
          expect(endOf(calendar, plus(from, later), { unit, ms }) >= end).toBe(true)
        },
      ),
    )
  })

  test('the end of a promise is the first moment at which its time has passed', () => {
    fc.assert(
      fc.property(
        ...([aCalendar, aUnit, aMoment] as const),
        fc.integer({ min: 1, max: 20 * DAY_MS }),
        (calendar, unit, from, ms) => {
          const end = endOf(calendar, from, { unit, ms })
          expect(Math.abs(elapsed(calendar, unit, from, end) - ms)).toBeLessThanOrEqual(ROUNDING_MS)
          expect(elapsed(calendar, unit, from, plus(end, -ROUNDING_MS))).toBeLessThan(ms)
        },
      ),
    )
  })

  test('a promise may be taken in two steps', () => {
    fc.assert(
      fc.property(
        ...([aCalendar, aUnit, aMoment] as const),
        ...[fc.integer({ min: 1, max: 10 * DAY_MS }), fc.integer({ min: 1, max: 10 * DAY_MS })],
        (calendar, unit, from, first, second) => {
          const whole = endOf(calendar, from, { unit, ms: first + second })
          const half = endOf(calendar, from, { unit, ms: first })
          const steps = endOf(calendar, half, { unit, ms: second })
          expect(Math.abs(whole.getTime() - steps.getTime())).toBeLessThanOrEqual(2 * ROUNDING_MS)
        },
      ),
    )
  })

  test('a business day counts as one, however long it is, and a day off as nothing', () => {
    fc.assert(
      fc.property(aCalendar, aMoment, (calendar, moment) => {
        const day = DateTime.fromJSDate(moment, { zone: calendar.timeZone }).startOf('day')
        const next = day.plus({ days: 1 }).startOf('day')
        const counted = elapsed(calendar, 'business-days', day.toJSDate(), next.toJSDate())
        expect(counted).toBeCloseTo(isBusinessDay(calendar, day) ? DAY_MS : 0, 3)
      }),
    )
  })

  test('three business days leave three whole ones, and end on one', () => {
    fc.assert(
      fc.property(aCalendar, aMoment, (calendar, filed) => {
        const zone = { zone: calendar.timeZone }
        const end = endOf(calendar, filed, { unit: 'business-days', ms: 3 * DAY_MS })
        // The end of a day is the beginning of the next.
        const last = DateTime.fromJSDate(plus(end, -1), zone)
        expect(isBusinessDay(calendar, last)).toBe(true)
        let worked = 0
        const lastDay = last.startOf('day')
        for (
          let day = DateTime.fromJSDate(filed, zone).startOf('day');
          day < lastDay;
          day = day.plus({ days: 1 })
        )
          if (isBusinessDay(calendar, day)) worked += 1
        const onWorkedDay = isBusinessDay(calendar, DateTime.fromJSDate(filed, zone))
        const startsAtMidnight =
          filed.getTime() === DateTime.fromJSDate(filed, zone).startOf('day').toMillis()
        expect(worked).toBe(onWorkedDay && !startsAtMidnight ? 3 : 2)
      }),
    )
  })

  test('business hours are no more than the shop is open', () => {
    fc.assert(
      fc.property(aCalendar, aMoment, aWhile, (calendar, from, ms) => {
        const open = elapsed(calendar, 'business-hours', from, plus(from, ms))
        expect(open).toBeGreaterThanOrEqual(0)
        expect(open).toBeLessThanOrEqual(ms)
      }),
    )
  })
})

describe('what the clocks do', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25 00:00', 25],
    ['Europe/Berlin', '2026-03-29 00:00', 23],
    ['America/New_York', '2026-11-01 00:00', 25],
    ['Australia/Lord_Howe', '2026-04-05 00:00', 24.5],
  ])('in %s the day of %s has %d hours, and is one business day', (zone, local, hours) => {
    const everyDay: BusinessCalendar = {
      ...CALENDARS['Mon–Fri'](zone),
      week: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    }
    const from = momentOf(local, zone)
    const next = DateTime.fromJSDate(from, { zone }).plus({ days: 1 }).toJSDate()
    expect(elapsed(everyDay, 'hours', from, next)).toBe(hours * HOUR_MS)
    expect(elapsed(everyDay, 'business-hours', from, next)).toBe(hours * HOUR_MS)
    expect(elapsed(everyDay, 'business-days', from, next)).toBeCloseTo(DAY_MS, 3)
    const end = endOf(everyDay, from, { unit: 'business-days', ms: DAY_MS })
    expect(Math.abs(end.getTime() - next.getTime())).toBeLessThanOrEqual(1)
  })

  test('a calendar in which nobody ever works is said to be one', () => {
    const never: BusinessCalendar = { ...CALENDARS['Mon–Fri']('Europe/Moscow'), week: [] }
    expect(elapsed(never, 'business-days', new Date(0), new Date(DAY_MS * 30))).toBe(0)
    expect(() => endOf(never, new Date(0), { unit: 'business-days', ms: 1 })).toThrow(/has no 1 ms/)
  })
})
