import { DateTime } from 'luxon'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** On each of these days, in minutes since midnight: `closes` is at most 1440, the end of the day. */
export interface OpeningSpan {
  readonly days: readonly Weekday[]
  readonly opens: number
  readonly closes: number
}

/** A week's hours, in the shop's zone. */
export type OpeningHours = readonly OpeningSpan[]

export type Openness =
  /** `closesAt` is null where it never closes. */
  | { readonly isOpen: true; readonly closesAt: Date | null }
  | { readonly isOpen: false; readonly opensAt: Date }

/** What is open a week from now, in one piece, does not close. */
const DAYS_AHEAD = 8

/** Whether somebody is there at this moment, and until or from when. @throws when the hours are empty */
export function opennessAt(hours: OpeningHours, now: Date, timeZone: string): Openness {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day')
  const spans = joined(
    Array.from({ length: DAYS_AHEAD }, (_, day) => spansOn(hours, today.plus({ days: day }))).flat(),
  )
  const current = spans.find(({ from, to }) => from <= now && now < to)
  const lastMoment = today.plus({ days: DAYS_AHEAD }).toJSDate()
  if (current !== undefined) return { isOpen: true, closesAt: current.to < lastMoment ? current.to : null }
  const next = spans.find(({ from }) => from > now)
  if (next === undefined) throw new Error('Opening hours without any day')
  return { isOpen: false, opensAt: next.from }
}

export interface OpenSpan {
  readonly from: Date
  readonly to: Date
}

/** When somebody is there on this day, in order; what touches or overlaps is one. */
export function openSpansOn(hours: OpeningHours, day: DateTime): OpenSpan[] {
  return joined(spansOn(hours, day))
}

function spansOn(hours: OpeningHours, day: DateTime): OpenSpan[] {
  const weekday = WEEKDAYS[day.weekday - 1]
  return hours
    .filter(({ days }) => weekday !== undefined && days.includes(weekday))
    .map(({ opens, closes }) => ({ from: clockTime(day, opens), to: clockTime(day, closes) }))
    .sort((one, other) => one.from.getTime() - other.from.getTime())
}

/** By the clock on the wall, whatever daylight saving does to the day. */
function clockTime(day: DateTime, minutes: number): Date {
  if (minutes >= 1440) return day.plus({ days: 1 }).startOf('day').toJSDate()
  return day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toJSDate()
}

/** What touches or overlaps is one. */
function joined(spans: readonly OpenSpan[]): OpenSpan[] {
  const whole: OpenSpan[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (last === undefined || span.from > last.to) whole.push(span)
    else
      whole[whole.length - 1] = {
        from: last.from,
        to: new Date(Math.max(last.to.getTime(), span.to.getTime())),
      }
  }
  return whole
}
