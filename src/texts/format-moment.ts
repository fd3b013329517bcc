import type { Language } from '../domain/people.ts'
import type { Moment } from './texts.ts'

export const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' }

interface Formats {
  readonly day: Intl.DateTimeFormat
  readonly time: Intl.DateTimeFormat
  readonly zone: Intl.DateTimeFormat
}

/** Making one takes longer than a hundred uses of it. */
const made = new Map<string, Formats>()

/** A moment for messages: by the reader's own clock, or in the shop's zone where their client can't. */
export function tellMoment(moment: Date, language: Language, timeZone: string): Moment {
  const unixSeconds = Math.floor(moment.getTime() / 1_000)
  return { unixSeconds, words: formatMoment(moment, language, timeZone) }
}

/** How long it is until then, or since: the reader's client keeps it true. @param words where it does not know how */
export function tellDistance(moment: Date, words: string): Moment {
  return { unixSeconds: Math.floor(moment.getTime() / 1_000), words, isRelative: true }
}

/** A moment in the shop's zone, in words: «24 ноября, 14:30 (GMT+3)». */
export function formatMoment(moment: Date, language: Language, timeZone: string): string {
  const { day, time, zone } = formatsFor(language, timeZone)
  return `${day.format(moment)}, ${time.format(moment)} (${zoneName(moment, language, timeZone, zone)})`
}

function formatsFor(language: Language, timeZone: string): Formats {
  const key = `${language} ${timeZone}`
  const known = made.get(key)
  if (known !== undefined) return known
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options })
  const formats = {
    day: format({ day: 'numeric', month: 'long' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    zone: format({ timeZoneName: 'short' }),
  }
  made.set(key, formats)
  return formats
}

function zoneName(moment: Date, language: Language, timeZone: string, zone: Intl.DateTimeFormat): string {
  if (timeZone === 'Europe/Moscow') return language === 'ru' ? 'МСК' : 'Moscow time'
  return zone.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** A day in the shop's zone, in words: «24 ноября 2026 г.». */
export function formatDate(moment: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'long' }).format(moment)
}

/** A day in the shop's zone for the name of a file: `2026-11-24`. */
export function formatDay(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment)
}
