import type { Language } from '../domain/people.ts'
import { LOCALES } from './format-moment.ts'

/** A day of the calendar, in no zone: «12 ноября 2026 г.». @param day `YYYY-MM-DD` */
export function formatDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
