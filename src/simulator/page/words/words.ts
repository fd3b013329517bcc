import { computed, signal } from '@preact/signals'
import type { Wording } from '../../playground/protocol.ts'
import type { Refusal } from '../../playground/refusal.ts'
import { read, write } from '../store/keep.ts'
import { en, type Words } from './en.ts'
import { type Language, pageLanguage } from './languages.ts'
import { sayRefusal } from './refusal-words.ts'
import { ru } from './ru.ts'

const TABLES: Readonly<Record<Language, Words>> = { en, ru }

/** The language of the page itself; the people in it have their own. */
export const language = signal<Language>(pageLanguage(read('local', 'language')) ?? ofBrowser())

/** The page's own words in the current language. A component that reads them follows the switch. */
export const words = computed<Words>(() => TABLES[language.value])

/** Whoever runs the playground words some things in all languages. */
export function inWords(wording: Wording): string {
  return wording[language.value]
}

/** Why something is refused, in the current language. */
export function refusalInWords(refusal: Refusal): string {
  return sayRefusal(words.value.refusals, refusal)
}

export function speak(chosen: Language): void {
  language.value = chosen
  write('local', 'language', chosen)
}

function ofBrowser(): Language {
  const first = globalThis.navigator?.languages.find((code) => pageLanguage(code))
  return pageLanguage(first) ?? 'en'
}
