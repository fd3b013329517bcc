import { readFileSync } from 'node:fs'
import { I18n } from '@grammyjs/i18n'
import type { Language } from '../domain/people.ts'
import { LANGUAGES } from '../domain/people.ts'

/**
 * A moment that each reader sees by their own clock, or (`isRelative`) as the time until or since then, which goes on by itself;
 * `words` where a client does not know how.
 */
export interface Moment {
  /** Since 1970. */
  readonly unixSeconds: number
  readonly words: string
  readonly isRelative?: boolean
}

export type TextVars = Readonly<Record<string, string | number | Moment>>

/** The product's words in one language. */
export interface Texts {
  readonly language: Language
  /** For messages sent with `parse_mode: 'HTML'`: whatever people typed is escaped. */
  html(key: string, vars?: TextVars): string
  /** For buttons, toasts and anything without markup. */
  plain(key: string, vars?: TextVars): string
}

export type TextsFor = (language: Language) => Texts

/** Loads both languages. Read from `src` also when running from `dist`: both lie at the same depth. */
export function loadTexts(): TextsFor {
  const i18n = new I18n({ defaultLocale: 'ru', fluentBundleOptions: { useIsolating: false } })
  for (const language of LANGUAGES) {
    const file = new URL(`../../src/texts/locales/${language}.ftl`, import.meta.url)
    i18n.loadLocaleSync(language, { source: readFileSync(file, 'utf8') })
  }
  const speak = (language: Language): Texts => ({
    language,
    html: (key, vars = {}) => i18n.t(language, key, mapVars(vars, escapeHtml, timeTag)),
    plain: (key, vars = {}) =>
      i18n.t(
        language,
        key,
        mapVars(vars, asIs, ({ words }) => words),
      ),
  })
  const spoken = { ru: speak('ru'), en: speak('en') }
  return (language) => spoken[language]
}

/** The three characters that HTML markup of the Bot API reserves. https://core.telegram.org/bots/api#html-style */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Written by the reader's client. https://core.telegram.org/bots/api#date-time-entity-formatting */
function timeTag({ unixSeconds, words, isRelative = false }: Moment): string {
  return `<tg-time unix="${unixSeconds}" format="${isRelative ? 'r' : 'Dt'}">${escapeHtml(words)}</tg-time>`
}

const asIs = (text: string) => text

function mapVars(
  vars: TextVars,
  ofText: (text: string) => string,
  ofMoment: (moment: Moment) => string,
): Record<string, string | number> {
  const mapped = (value: TextVars[string]) => {
    if (typeof value === 'object') return ofMoment(value)
    return typeof value === 'string' ? ofText(value) : value
  }
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, mapped(value)]))
}
