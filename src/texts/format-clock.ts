import type { Language } from '../domain/people.ts'
import { LOCALES } from './format-moment.ts'

/** Ways to write a moment where the reader knows the zone. */
const WAYS = {
  /** «23 ноября 2026 г.» */
  date: { dateStyle: 'long' },
  /** «09:14» */
  time: { timeStyle: 'short' },
  /** «23.11.2026, 09:14» */
  both: { dateStyle: 'short', timeStyle: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

/** Making one takes longer than a hundred uses of it. */
const made = new Map<string, Intl.DateTimeFormat>()

export function formatClock(
  moment: Date,
  way: keyof typeof WAYS,
  language: Language,
  timeZone: string,
): string {
  const key = `${language} ${way} ${timeZone}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...WAYS[way], timeZone })
  made.set(key, format)
  return format.format(moment)
}
