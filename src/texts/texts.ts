import { readFileSync } from 'node:fs'
import { I18n } from '@grammyjs/i18n'
import type { Language } from '../domain/people.ts'
import { LANGUAGES } from '../domain/people.ts'

export type TextVars = Readonly<Record<string, string | number>>

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
    html: (key, vars = {}) => i18n.t(language, key, escapeVars(vars)),
    plain: (key, vars = {}) => i18n.t(language, key, { ...vars }),
  })
  const spoken = { ru: speak('ru'), en: speak('en') }
  return (language) => spoken[language]
}

/** The three characters that HTML markup of the Bot API reserves. https://core.telegram.org/bots/api#html-style */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapeVars(vars: TextVars): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeHtml(value) : value,
    ]),
  )
}
