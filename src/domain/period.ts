import { DateTime } from 'luxon'

/** A stretch of whole days in the shop's zone. */
export interface Period {
  /** The first moment of its first day. */
  readonly from: Date
  /** The first moment after it. */
  readonly to: Date
}

/** The last `days` calendar days, today among them. @param timeZone IANA name */
export function lastDays(days: number, now: Date, timeZone: string): Period {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day')
  return {
    from: today.minus({ days: days - 1 }).toJSDate(),
    to: today.plus({ days: 1 }).toJSDate(),
  }
}

/** Its days in order, as `YYYY-MM-DD`. */
export function daysOf({ from, to }: Period, timeZone: string): readonly string[] {
  const days: string[] = []
  const end = DateTime.fromJSDate(to, { zone: timeZone })
  for (
    let day = DateTime.fromJSDate(from, { zone: timeZone }).startOf('day');
    day < end;
    day = day.plus({ days: 1 })
  )
    days.push(day.toISODate() ?? '')
  return days
}

/** The day of the shop's calendar, `YYYY-MM-DD`. */
export function dayOf(moment: Date, timeZone: string): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).toISODate() ?? ''
}

const DEFAULT_DAYS = 7
const DAYS_OF: ReadonlyMap<string, number> = new Map([
  ['week', 7],
  ['неделя', 7],
  ['month', 30],
  ['месяц', 30],
])

/** For how many days a person wants a report: `week`, `month`, `14`, `14 days`; nothing is a week. Null: that is no such number. */
export function readDays(typed: string, most: number): number | null {
  const words = typed.trim().toLowerCase()
  if (words === '') return DEFAULT_DAYS
  const named = DAYS_OF.get(words)
  if (named !== undefined) return named
  const days = Number(/^(\d{1,4})(?:\s*\p{L}+)?$/u.exec(words)?.[1])
  return days >= 1 && days <= most ? days : null
}

/** The hour on Monday from which the week before is reported. */
const WEEKLY_HOUR = 9

/**
 * The week that is to be reported now: the one before this week's Monday, from nine o'clock on that Monday to the end of this week.
 * Null: before nine on a Monday.
 */
export function weekToReport(now: Date, timeZone: string): Period | null {
  const here = DateTime.fromJSDate(now, { zone: timeZone })
  const monday = here.startOf('week')
  if (here < monday.set({ hour: WEEKLY_HOUR })) return null
  return { from: monday.minus({ weeks: 1 }).toJSDate(), to: monday.toJSDate() }
}

/** Another time zone in the settings moves the week's end by hours: that makes no other week of it. Milliseconds. */
const SAME_WEEK_MS = 3 * 86_400_000

/** @param until what the last report went up to; null: there was none */
export function isReported({ to }: Period, until: Date | null): boolean {
  return until !== null && until.getTime() > to.getTime() - SAME_WEEK_MS
}
