import { DateTime } from 'luxon'
import { type OpeningHours, openSpansOn, WEEKDAYS, type Weekday } from './opening-hours.ts'

/** When a shop works: what its business days and business hours are. */
export interface BusinessCalendar {
  /** IANA name: a day begins and ends at midnight there. */
  readonly timeZone: string
  /** The days of an ordinary week that are worked. */
  readonly week: readonly Weekday[]
  /** Of a business day; null: the whole day. */
  readonly hours: OpeningHours | null
  /** Days of the week that are not worked, as `YYYY-MM-DD`: holidays, and days off moved there. */
  readonly daysOff: ReadonlySet<string>
  /** Days of the weekend that are worked, as `YYYY-MM-DD`. */
  readonly workdays: ReadonlySet<string>
}

/**
 * What time is counted in. `hours`: by the clock, day and night. `business-hours`: while the shop is open on a business day.
 * `business-days`: each business day counts as one, evenly from midnight to midnight, whatever its length; days off do not count.
 */
export const TIME_UNITS = ['hours', 'business-hours', 'business-days'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

export interface TimeSpan {
  readonly unit: TimeUnit
  /** Milliseconds; a business day has {@link DAY_MS} of them, also where the clocks change on it. */
  readonly ms: number
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const ORDINARY_WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

/** A week without a business day has no end: whoever asks for more than that has made a mistake. */
const DAYS_LOOKED_THROUGH = 4_000

/** Time that counts, from one moment to a later one. Milliseconds as in {@link TimeSpan}; 0 where `to` is not later. */
export function elapsed(calendar: BusinessCalendar, unit: TimeUnit, from: Date, to: Date): number {
  if (to <= from) return 0
  if (unit === 'hours') return to.getTime() - from.getTime()
  let sum = 0
  for (let day = dayOf(calendar, from); day.begins < to.getTime(); day = nextDay(day)) {
    for (const stretch of stretchesOn(calendar, unit, day)) {
      const begin = Math.max(stretch.from, from.getTime())
      const end = Math.min(stretch.to, to.getTime())
      if (begin < end) sum += (end - begin) * stretch.rate
    }
  }
  return sum
}

/**
 * The first moment at which so much time has passed since `from`: the inverse of {@link elapsed}.
 * @throws where the calendar has no such time
 */
export function after(calendar: BusinessCalendar, from: Date, { unit, ms }: TimeSpan): Date {
  if (ms <= 0) return from
  if (unit === 'hours') return new Date(from.getTime() + ms)
  let left = ms
  let day = dayOf(calendar, from)
  for (let looked = 0; looked < DAYS_LOOKED_THROUGH; looked += 1) {
    for (const stretch of stretchesOn(calendar, unit, day)) {
      const begin = Math.max(stretch.from, from.getTime())
      const room = (stretch.to - begin) * stretch.rate
      if (room <= 0) continue
      if (room >= left) return new Date(Math.round(begin + left / stretch.rate))
      left -= room
    }
    day = nextDay(day)
  }
  throw new Error(
    `The calendar of ${calendar.timeZone} has no ${ms} ms of ${unit} after ${from.toISOString()}`,
  )
}

/** Is this day worked? @param day in the calendar's zone */
export function isBusinessDay({ week, daysOff, workdays }: BusinessCalendar, day: DateTime): boolean {
  const date = day.toISODate() ?? ''
  const weekday = WEEKDAYS[day.weekday - 1]
  return workdays.has(date) || (weekday !== undefined && week.includes(weekday) && !daysOff.has(date))
}

/** A stretch of a day that counts; ms since 1970. */
interface Stretch {
  readonly from: number
  readonly to: number
  /** So much counts for each millisecond of the clock. */
  readonly rate: number
}

function stretchesOn(calendar: BusinessCalendar, unit: TimeUnit, day: Day): readonly Stretch[] {
  if (!isBusinessDay(calendar, day.local)) return []
  if (unit === 'business-hours' && calendar.hours !== null) return openStretches(calendar.hours, day.local)
  const { begins: from, ends: to } = day
  return [{ from, to, rate: unit === 'business-days' ? DAY_MS / (to - from) : 1 }]
}

/** A business day for which the hours name no time is worked like the day before it in the week: a Saturday like a Friday. */
function openStretches(hours: OpeningHours, day: DateTime): readonly Stretch[] {
  const named = new Set(hours.flatMap(({ days }) => days))
  const places = Array.from({ length: 7 }, (_, back) => (day.weekday - 1 - back + 7) % 7)
  const like = places.map((place) => WEEKDAYS[place]).find((weekday) => weekday && named.has(weekday))
  const weekday = WEEKDAYS[day.weekday - 1]
  if (like === undefined || weekday === undefined) return []
  const own = hours.filter(({ days }) => days.includes(like)).map((span) => ({ ...span, days: [weekday] }))
  return openSpansOn(own, day).map(({ from, to }) => ({ from: from.getTime(), to: to.getTime(), rate: 1 }))
}

/** Ms since 1970. */
interface Day {
  readonly local: DateTime
  readonly begins: number
  readonly ends: number
  readonly next: DateTime
}

function dayOf({ timeZone }: BusinessCalendar, moment: Date): Day {
  return wholeDay(DateTime.fromJSDate(moment, { zone: timeZone }).startOf('day'))
}

function nextDay({ next }: Day): Day {
  return wholeDay(next)
}

function wholeDay(local: DateTime): Day {
  const next = local.plus({ days: 1 }).startOf('day')
  return { local, next, begins: local.toMillis(), ends: next.toMillis() }
}

/** A country's days off and moved workdays, and a shop's own; all as `YYYY-MM-DD`. */
export interface CalendarDays {
  readonly off: readonly string[]
  readonly worked: readonly string[]
}

/** A shop's calendar: what it says itself counts more than what its country says. */
export function calendarOf(
  base: Pick<BusinessCalendar, 'timeZone' | 'week' | 'hours'>,
  country: CalendarDays,
  own: CalendarDays,
): BusinessCalendar {
  const { timeZone, week, hours } = base
  return {
    ...{ timeZone, week, hours },
    daysOff: new Set([...country.off.filter((date) => !own.worked.includes(date)), ...own.off]),
    workdays: new Set([...country.worked.filter((date) => !own.off.includes(date)), ...own.worked]),
  }
}
