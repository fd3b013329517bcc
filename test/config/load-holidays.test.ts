import { describe, expect, test } from 'vitest'
import { CatalogError } from '../../src/config/catalog-error.ts'
import { explainConfigError } from '../../src/config/explain-config-error.ts'
import { loadHolidays, parseHolidays } from '../../src/config/load-holidays.ts'

function mistakesIn(source: string): string[] {
  try {
    parseHolidays(source, 'ru.yaml')
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return explainConfigError(error).split('\n')
  }
  return []
}

describe('the Russian calendar', () => {
  const { off, worked, years } = loadHolidays('ru')
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
  const daysOff = (year: number) =>
    Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
    ).filter((date) => off.includes(date) || (weekday(date) % 6 === 0 && !worked.includes(date)))

  test('has every holiday of the Labour Code’s article 112', () => {
    const HOLIDAYS = [
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => `01-0${day}`),
      ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
    ]
    for (const year of [2026, 2027])
      expect(HOLIDAYS.filter((day) => !off.includes(`${year}-${day}`))).toEqual([])
  })

  test('gives each holiday on a weekend back, and works a Saturday only for another day off', () => {
    // 14 holidays a year on top of the weekends, wherever they are moved.
    for (const year of [2026, 2027]) {
      const weekends = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)))
      const count = weekends.filter((date) => date.getUTCDay() % 6 === 0).length
      expect(daysOff(year)).toHaveLength(count + 14)
    }
    expect(worked.map(weekday)).toEqual([6])
  })

  test('says which years it is sure of', () => {
    expect(years).toEqual([
      { year: 2026, isProvisional: false },
      { year: 2027, isProvisional: true },
    ])
  })

  test('counts nowhere else', () => {
    expect(loadHolidays('none')).toEqual({ off: [], worked: [], years: [] })
  })
})

test('a calendar tells its mistakes with their lines', () => {
  const source = `years:
  2026:
    off: [2026-02-30, 2026-01-01..2026-01-03]
    worked: []
  2027:
    off: [2026-12-31]
  27:
    off: []
    worked: []
`
  expect(mistakesIn(source)).toEqual([
    expect.stringMatching(/^ru\.yaml:3: an entry of "off" is not a day, nor a span of days; list days like/),
    expect.stringMatching(/^ru\.yaml:6: "worked" is missing; list days/),
    expect.stringMatching(/^ru\.yaml:6: "off" of 2027 names a day of another year; move it/),
    expect.stringMatching(/^ru\.yaml:8: "27" is not known here; /),
  ])
})
