import type { Language } from '../domain/people.ts'
import type { Paper } from '../simulator/playground/room.ts'
import { type Letter, type LetterBox, REFUSED } from './catch-letters.ts'

const WORDS = {
  ru: { to: 'Кому', subject: 'Тема', page: 'Страница', none: 'Писем ещё не было.' },
  en: { to: 'To', subject: 'Subject', page: 'As a page', none: 'There are no letters yet.' },
} as const

/** All that the bot has mailed, to be read on the page. */
export function createLettersPaper({ letters }: Pick<LetterBox, 'letters'>): Paper {
  return {
    id: 'letters',
    label: { ru: 'Письма', en: 'Letters' },
    hint: {
      ru: `Почта бота никуда не уходит: все письма собираются здесь, новые сверху. Адреса на ${REFUSED}… сервер не принимает.`,
      en: `The bot's mail goes nowhere: all letters are gathered here, the newest first. The server refuses addresses like ${REFUSED}….`,
    },
    state() {
      const { length } = letters
      return length === 0 ? null : { words: { ru: `писем: ${length}`, en: `letters: ${length}` } }
    },
    read: async () => ({ ru: writeDown(letters, 'ru'), en: writeDown(letters, 'en') }),
  }
}

function writeDown(letters: readonly Letter[], language: Language): string {
  const words = WORDS[language]
  if (letters.length === 0) return words.none
  const written = letters.map(({ to, subject, text, file }) => {
    const head = [`${words.to}: ${to}`, `${words.subject}: ${subject}`, `${words.page}: ${file}`]
    return `${head.join('\n')}\n\n${text.trim()}\n`
  })
  return written.toReversed().join(`\n${'—'.repeat(24)}\n\n`)
}
