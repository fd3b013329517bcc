import { DateTime } from 'luxon'
import { loadHolidays } from '../../src/config/load-holidays.ts'
import {
  type BusinessCalendar,
  calendarOf,
  ORDINARY_WEEK,
  type TimeSpan,
} from '../../src/domain/business-calendar.ts'
import type { OpeningHours } from '../../src/domain/opening-hours.ts'

/** Calendars, moments and spans as a table of examples writes them. */

const HOUR_MS = 3_600_000

const WEEKDAYS_9_18: OpeningHours = [{ days: ORDINARY_WEEK, opens: 540, closes: 1080 }]
const WITH_SATURDAY: OpeningHours = [...WEEKDAYS_9_18, { days: ['sat'], opens: 600, closes: 960 }]
const TWO_SHIFTS: OpeningHours = [
  { days: ORDINARY_WEEK, opens: 480, closes: 720 },
  { days: ORDINARY_WEEK, opens: 780, closes: 1020 },
]
const NONE = { off: [], worked: [] }

/** Each in the zone it is asked for. */
export const CALENDARS = {
  'Mon–Fri': (timeZone: string) => calendarOf({ timeZone, week: ORDINARY_WEEK, hours: null }, NONE, NONE),
  'Mon–Fri 9–18': (timeZone: string) =>
    calendarOf({ timeZone, week: ORDINARY_WEEK, hours: WEEKDAYS_9_18 }, NONE, NONE),
  'Mon–Sat 9–18, Sat 10–16': (timeZone: string) =>
    calendarOf({ timeZone, week: [...ORDINARY_WEEK, 'sat'], hours: WITH_SATURDAY }, NONE, NONE),
  'Mon–Fri 8–12, 13–17': (timeZone: string) =>
    calendarOf({ timeZone, week: ORDINARY_WEEK, hours: TWO_SHIFTS }, NONE, NONE),
  Russia: (timeZone: string) =>
    calendarOf({ timeZone, week: ORDINARY_WEEK, hours: null }, loadHolidays('ru'), NONE),
  'Russia 9–18': (timeZone: string) =>
    calendarOf({ timeZone, week: ORDINARY_WEEK, hours: WEEKDAYS_9_18 }, loadHolidays('ru'), NONE),
  'Russia, own days': (timeZone: string) =>
    calendarOf({ timeZone, week: ORDINARY_WEEK, hours: null }, loadHolidays('ru'), {
      off: ['2026-11-25', '2027-02-20'],
      worked: ['2026-11-28', '2026-12-31'],
    }),
} satisfies Readonly<Record<string, (timeZone: string) => BusinessCalendar>>
export type CalendarName = keyof typeof CALENDARS

/** `2026-11-24 14:30` in a zone. */
export function momentOf(local: string, zone: string): Date {
  const moment = DateTime.fromFormat(local, 'yyyy-MM-dd HH:mm', { zone })
  if (!moment.isValid) throw new Error(`No moment: ${local}`)
  return moment.toJSDate()
}

export function inWords(moment: Date | null, zone: string): string {
  return moment === null ? '—' : DateTime.fromJSDate(moment, { zone }).toFormat('ccc yyyy-MM-dd HH:mm')
}

/** `24 h`, `8 bh` (business hours), `3 bd` (business days). */
export function spanOf(words: string): TimeSpan {
  const [, amount = '', unit = ''] = /^([\d.]+) (h|bh|bd)$/.exec(words) ?? []
  const found = ({ h: ['hours', 1], bh: ['business-hours', 1], bd: ['business-days', 24] } as const)[
    unit as 'h' | 'bh' | 'bd'
  ]
  if (found === undefined) throw new Error(`No span: ${words}`)
  return { unit: found[0], ms: Number(amount) * found[1] * HOUR_MS }
}
