import { computed } from '@preact/signals'
import { localeFor } from '../words/languages.ts'
import { language, words } from '../words/words.ts'

/** What a chat says in the language of the page. */
export const chatWords = computed(() => words.value.chat)

/** For Intl, in the language of the page. */
export const locale = computed(() => localeOf(undefined))

/** For Intl, in the language of somebody's Telegram; in the page's for languages it does not speak. */
export function localeOf(languageCode: string | undefined): string {
  return localeFor(languageCode, language.value, globalThis.navigator?.languages ?? [])
}
