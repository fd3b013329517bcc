import { describe, expect, test } from 'vitest'
import { daysOf, isReported, lastDays, readDays, weekToReport } from '../../src/domain/period.ts'

const MOSCOW = 'Europe/Moscow'
const BERLIN = 'Europe/Berlin'

test('the last days are whole days of the shop, today among them', () => {
  const period = lastDays(7, new Date('2026-11-22T22:30:00Z'), MOSCOW)
  expect(period).toEqual({ from: new Date('2026-11-16T21:00:00Z'), to: new Date('2026-11-23T21:00:00Z') })
  expect(daysOf(period, MOSCOW)).toEqual([17, 18, 19, 20, 21, 22, 23].map((day) => `2026-11-${day}`))
})

test('a day of 25 hours is one day', () => {
  const period = lastDays(3, new Date('2026-10-26T12:00:00Z'), BERLIN)
  expect(daysOf(period, BERLIN)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
  expect(period.to.getTime() - period.from.getTime()).toBe(73 * 3_600_000)
})

describe('what is written after /stats', () => {
  test.each([
    ['', 7],
    ['week', 7],
    ['Месяц', 30],
    ['14', 14],
    [' 14 дней ', 14],
    ['92', 92],
    ['1', 1],
  ])('%j', (typed, days) => {
    expect(readDays(typed, 92)).toBe(days)
  })
  test.each(['0', '93', '-7', '1.5', 'year', '99999', '7; drop table tickets', 'constructor'])(
    '%j is no number of days',
    (typed) => {
      expect(readDays(typed, 92)).toBeNull()
    },
  )
})

describe('the week to report', () => {
  const lastWeek = { from: new Date('2026-11-15T21:00:00Z'), to: new Date('2026-11-22T21:00:00Z') }
  const at = (moment: string) => weekToReport(new Date(moment), MOSCOW)

  test('is the past one, from nine on Monday in the shop to the end of Sunday', () => {
    expect(at('2026-11-23T05:59:59Z')).toBeNull()
    expect(at('2026-11-23T06:00:00Z')).toEqual(lastWeek)
    expect(at('2026-11-29T20:59:59Z')).toEqual(lastWeek)
    expect(at('2026-11-29T21:00:00Z')).toBeNull()
  })

  test('is reported once, also where the settings name another zone meanwhile', () => {
    expect(isReported(lastWeek, null)).toBe(false)
    expect(isReported(lastWeek, lastWeek.from)).toBe(false)
    expect(isReported(lastWeek, lastWeek.to)).toBe(true)
    const elsewhere = weekToReport(new Date('2026-11-25T12:00:00Z'), 'America/New_York')
    expect(elsewhere && isReported(elsewhere, lastWeek.to)).toBe(true)
    const next = at('2026-11-30T06:00:00Z')
    expect(next && isReported(next, lastWeek.to)).toBe(false)
  })
})
