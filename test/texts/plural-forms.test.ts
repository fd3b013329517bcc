import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/people.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { readLocale } from '../support/read-locale.ts'

const NUMBERS = [1, 2, 5, 11, 21, 101]
const textsFor = loadTexts()

/** What each text with a number in it says of 1, 2, 5, 11, 21 and 101; the word alone where the rest stays as it is. */
const RUSSIAN: Readonly<Record<string, readonly string[]>> = {
  'ask-photos': [
    'Приложен 1 файл',
    'Приложено 2 файла',
    'Приложено 5 файлов',
    'Приложено 11 файлов',
    'Приложен 21 файл',
    'Приложен 101 файл',
  ],
  'review-photos': NUMBERS.map((number) => `Файлы: ${number}`),
  'review-kept': counted('сообщение', 'сообщения', 'сообщений'),
  'too-many-tickets': counted('обращение', 'обращения', 'обращений'),
  'note-too-short': counted('знак', 'знака', 'знаков'),
  'note-too-long': counted('знак', 'знака', 'знаков'),
  'note-photo-kept': counted('файл', 'файла', 'файлов'),
  'note-kept-for-ticket': counted('сообщение', 'сообщения', 'сообщений'),
}

const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  'ask-photos': said('file', 'files'),
  'review-photos': NUMBERS.map((number) => `Files: ${number}`),
  'review-kept': said('message', 'messages'),
  'too-many-tickets': said('ticket', 'tickets'),
  'note-too-short': said('character', 'characters'),
  'note-too-long': said('character', 'characters'),
  'note-photo-kept': said('file', 'files'),
  'note-kept-for-ticket': said('message', 'messages'),
}

function counted(one: string, few: string, many: string): string[] {
  return [`1 ${one}`, `2 ${few}`, `5 ${many}`, `11 ${many}`, `21 ${one}`, `101 ${one}`]
}

function said(one: string, other: string): string[] {
  return NUMBERS.map((number) => `${number} ${number === 1 ? one : other}`)
}

/** Everything a text may show besides its number. */
const OTHERS = { max: 5, min: 10, moment: '12:00', number: '482-913' }

describe.each<[Language, Readonly<Record<string, readonly string[]>>]>([
  ['ru', RUSSIAN],
  ['en', ENGLISH],
])('numbers in %s', (language, table) => {
  const { messages } = readLocale(new URL(`../../src/texts/locales/${language}.ftl`, import.meta.url))

  test('every text that depends on a number is in the table', () => {
    const chosen = [...messages.values()].filter(({ isChosen }) => isChosen)
    expect(chosen.map(({ key }) => key).sort()).toEqual(Object.keys(table).sort())
  })

  test.each(Object.entries(table))('%s', (key, expected) => {
    const t = textsFor(language)
    for (const [index, number] of NUMBERS.entries()) {
      const text = t.plain(key, { ...OTHERS, count: number, length: number })
      // As a whole word: “21 файлов” must not pass for “21 файл”.
      expect(text).toMatch(new RegExp(`(^|\\W)${expected[index]}(?!\\p{L})`, 'u'))
    }
  })
})
