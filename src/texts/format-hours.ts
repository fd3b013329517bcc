import { type OpeningHours, WEEKDAYS, type Weekday } from '../domain/opening-hours.ts'
import type { Language } from '../domain/people.ts'
import { LOCALES } from './format-moment.ts'

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** A week's hours in words: «пн–пт 9:00–21:00, сб, вс 10:00–18:00». */
export function formatHours(hours: OpeningHours, language: Language): string {
  return hours
    .map(({ days, opens, closes }) => `${formatDays(days, language)} ${clock(opens)}–${clock(closes)}`)
    .join('; ')
}

/** Three days in a row and more are a span. */
function formatDays(days: readonly Weekday[], language: Language): string {
  const name = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' })
  const named = (place: number) => name.format(MONDAY + place * DAY_MS)
  const runs: number[][] = []
  for (const place of days.map((day) => WEEKDAYS.indexOf(day))) {
    const run = runs.at(-1)
    if (run?.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  return runs
    .flatMap((run) => (run.length < 3 ? run.map(named) : [`${named(run[0] ?? 0)}–${named(run.at(-1) ?? 0)}`]))
    .join(', ')
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
