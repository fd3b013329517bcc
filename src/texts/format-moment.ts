import type { Language } from '../domain/people.ts'

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' }

/** A moment in the shop's zone, in words: «24 ноября, 14:30 (GMT+3)». */
export function formatMoment(moment: Date, language: Language, timeZone: string): string {
  const locale = LOCALES[language]
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' }).format(moment)
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  )
  return `${day}, ${time} (${zoneName(moment, locale, timeZone)})`
}

function zoneName(moment: Date, locale: string, timeZone: string): string {
  if (timeZone === 'Europe/Moscow') return locale === 'ru-RU' ? 'МСК' : 'Moscow time'
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(moment)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}
