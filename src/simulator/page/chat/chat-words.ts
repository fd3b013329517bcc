import { computed } from '@preact/signals'
import { language, words } from '../words/words.ts'

/** What a chat says in the language of the page. */
export const chatWords = computed(() => words.value.chat)

/** For Intl: the browser's own variety of the language, such as `en-GB`, where it has one. */
export const locale = computed(() => {
  const own = globalThis.navigator?.languages?.find((code) => code.slice(0, 2) === language.value)
  return own ?? language.value
})
