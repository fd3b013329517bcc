import type { Language } from '../domain/people.ts'
import { daysOf, type Period } from '../domain/period.ts'
import { LOCALES } from './format-moment.ts'

/** Whole days in the shop's zone: «16–22 ноября 2026 г.». */
export function formatPeriod({ from, to }: Period, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone })
  // Some languages are given thin spaces around the dash, which not every font has.
  return format.formatRange(from, new Date(to.getTime() - 1)).replaceAll(/\u2009?–\u2009?/g, '–')
}

/** Of more days than that the weekday says nothing. */
const WEEKDAYS_UP_TO = 8

/** Short names of the days, for the foot of a chart: «пн 16», or «16.11». */
export function dayLabels(period: Period, language: Language, timeZone: string): readonly string[] {
  const days = daysOf(period, timeZone)
  const options: Intl.DateTimeFormatOptions =
    days.length <= WEEKDAYS_UP_TO
      ? { weekday: 'short', day: 'numeric' }
      : { day: '2-digit', month: '2-digit' }
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' })
  return days.map((day) => format.format(new Date(`${day}T00:00:00Z`)))
}
