import { z } from 'zod'
import { type OpeningSpan, WEEKDAYS, type Weekday } from '../domain/opening-hours.ts'

/** A line of hours as the owner writes it: `mon-fri 09:00-21:00`, `sat,sun 10:00-18:00`, `daily 00:00-24:00`. */

const LINE = /^([a-z,\- ]+?)\s+(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/
const DAY_MINUTES = 1440

export const HOURS_MEND =
  'write days and times like - mon-fri 09:00-21:00, the days being mon tue wed thu fri sat sun or daily; what goes on after midnight is two lines'

export const openingLine = z.string().transform((line, context): OpeningSpan => {
  const span = readLine(line.trim().toLowerCase())
  if (span !== null) return span
  context.addIssue({ code: 'custom', message: 'is not written as hours are' })
  return z.NEVER
})

export const WEEK_MEND =
  'write the days of your ordinary week like mon-sat, the days being mon tue wed thu fri sat sun, or leave it out'

export const weekLine = z.string().transform((line, context): readonly Weekday[] => {
  const days = readDays(line.trim().toLowerCase())
  if (days !== null) return days
  context.addIssue({ code: 'custom', message: 'is not written as days are' })
  return z.NEVER
})

function readLine(line: string): OpeningSpan | null {
  const [, dayWords = '', ...times] = LINE.exec(line) ?? []
  const days = readDays(dayWords)
  const [openHour = 99, openMinute = 0, closeHour = 99, closeMinute = 0] = times.map(Number)
  const opens = openHour * 60 + openMinute
  const closes = closeHour * 60 + closeMinute
  const areTimes = openMinute < 60 && closeMinute < 60 && opens < closes && closes <= DAY_MINUTES
  return days === null || !areTimes ? null : { days, opens, closes }
}

function readDays(words: string): Weekday[] | null {
  if (words === 'daily') return [...WEEKDAYS]
  const days: Weekday[] = []
  for (const part of words.split(',')) {
    const [from, to = from, ...more] = part.trim().split('-').map(placeOf)
    if (from === undefined || to === undefined || from < 0 || to < from || more.length > 0) return null
    days.push(...WEEKDAYS.slice(from, to + 1))
  }
  return days.length === 0 ? null : WEEKDAYS.filter((day) => days.includes(day))
}

function placeOf(word: string): number {
  return (WEEKDAYS as readonly string[]).indexOf(word.trim())
}
