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
  'card-customer': NUMBERS.map((number) => `обращений раньше: ${number}`),
  'review-photos': NUMBERS.map((number) => `Файлы: ${number}`),
  'review-kept': counted('сообщение', 'сообщения', 'сообщений'),
  'too-many-tickets': counted('обращение', 'обращения', 'обращений'),
  'note-too-short': counted('знак', 'знака', 'знаков'),
  'macro-too-long': counted('знак', 'знака', 'знаков'),
  'note-too-long': counted('знак', 'знака', 'знаков'),
  'note-photo-kept': counted('файл', 'файла', 'файлов'),
  'note-kept-for-ticket': counted('сообщение', 'сообщения', 'сообщений'),
  'note-code-later': counted('секунду', 'секунды', 'секунд'),
  'note-code-too-many': counted('минуту', 'минуты', 'минут'),
  'note-code-wrong': [
    'Осталась 1 попытка',
    'Осталось 2 попытки',
    'Осталось 5 попыток',
    'Осталось 11 попыток',
    'Осталась 21 попытка',
    'Осталась 101 попытка',
  ],
  'button-remove-photo': oneOrNamed('Убрать это фото', 'Убрать фото 3'),
  'photo-small': oneOrNamed('Фото слишком маленькое', 'Фото 3 слишком маленькое'),
  'photo-dark': oneOrNamed('Фото слишком тёмное', 'Фото 3 слишком тёмное'),
  'photo-blurred': oneOrNamed('Фото размыто', 'Фото 3 размыто'),
  'photos-advice': oneOrNamed('Его можно заменить', 'Их можно заменить'),
  'ask-deletion': counted('день', 'дня', 'дней'),
  'ask-deletion-open': counted(
    'незавершённое обращение',
    'незавершённых обращения',
    'незавершённых обращений',
  ),
  'export-left-out': [
    'Не вошёл 1 файл',
    'Не вошли 2 файла',
    'Не вошло 5 файлов',
    'Не вошло 11 файлов',
    'Не вошёл 21 файл',
    'Не вошёл 101 файл',
  ],
  'privacy-retention': counted('день', 'дня', 'дней'),
  'ticket-steps-before': counted('шаг до этого', 'шага до этого', 'шагов до этого'),
  'ticket-stripped': counted('день', 'дня', 'дней'),
  'audit-title-days': counted('день', 'дня', 'дней'),
  'left-business-days': counted('рабочий день', 'рабочих дня', 'рабочих дней'),
  'numbers-agents-left': counted('сотрудник', 'сотрудника', 'сотрудников'),
  'numbers-rated': counted('оценка', 'оценки', 'оценок'),
  'numbers-read': counted('открывшего', 'открывших', 'открывших'),
  'numbers-resolved': NUMBERS.map((number) => `из них ${number === 2 ? 'решены' : 'решено'} ${number}`),
  'report-caption-csv': counted('обращение', 'обращения', 'обращений'),
  'report-caption-tickets': counted('обращение', 'обращения', 'обращений'),
  'transcript-left-out': [
    'Не вошёл 1 файл',
    'Не вошли 2 файла',
    'Не вошло 5 файлов',
    'Не вошло 11 файлов',
    'Не вошёл 21 файл',
    'Не вошёл 101 файл',
  ],
}

const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  'card-customer': NUMBERS.map((number) => `earlier tickets: ${number}`),
  'ask-photos': said('file', 'files'),
  'review-photos': NUMBERS.map((number) => `Files: ${number}`),
  'review-kept': said('message', 'messages'),
  'too-many-tickets': said('ticket', 'tickets'),
  'note-too-short': said('character', 'characters'),
  'macro-too-long': said('character', 'characters'),
  'note-too-long': said('character', 'characters'),
  'note-photo-kept': said('file', 'files'),
  'note-kept-for-ticket': said('message', 'messages'),
  'note-code-later': said('second', 'seconds'),
  'note-code-too-many': said('minute', 'minutes'),
  'note-code-wrong': said('try is left', 'tries are left'),
  'button-remove-photo': oneOrNamed('Remove this photo', 'Remove photo 3'),
  'photo-small': oneOrNamed('The photo is too small', 'Photo 3 is too small'),
  'photo-dark': oneOrNamed('The photo is too dark', 'Photo 3 is too dark'),
  'photo-blurred': oneOrNamed('The photo is blurred', 'Photo 3 is blurred'),
  'photos-advice': oneOrNamed('You may replace it', 'You may replace them'),
  'ask-deletion': said('day', 'days'),
  'ask-deletion-open': said('unfinished ticket', 'unfinished tickets'),
  'export-left-out': said('file is left out', 'files are left out'),
  'privacy-retention': said('day', 'days'),
  'ticket-steps-before': said('step before that', 'steps before that'),
  'ticket-stripped': said('day', 'days'),
  'audit-title-days': said('day', 'days'),
  'left-business-days': said('business day', 'business days'),
  'numbers-agents-left': said('more agent', 'more agents'),
  'numbers-rated': said('rating', 'ratings'),
  'numbers-read': NUMBERS.map((number) => `of ${number} who opened one`),
  'report-caption-csv': said('ticket', 'tickets'),
  'report-caption-tickets': said('ticket', 'tickets'),
  'transcript-left-out': said('file was left out', 'files were left out'),
}

function counted(one: string, few: string, many: string): string[] {
  return [`1 ${one}`, `2 ${few}`, `5 ${many}`, `11 ${many}`, `21 ${one}`, `101 ${one}`]
}

/** Of several things one is named by its place, the only one is not. */
function oneOrNamed(one: string, named: string): string[] {
  return NUMBERS.map((number) => (number === 1 ? one : named))
}

function said(one: string, other: string): string[] {
  return NUMBERS.map((number) => `${number} ${number === 1 ? one : other}`)
}

/** Everything a text may show besides its number. */
const OTHERS = {
  max: 5,
  min: 10,
  moment: '12:00',
  number: 3,
  period: '16–22',
  resolved: 0,
  hours: 3,
  name: 'Anna',
  language: 'en',
}
/** What a text may choose its form by. */
const CHOOSERS = ['count', 'length', 'seconds', 'minutes', 'left', 'total', 'days', 'earlier']

describe.each<[Language, Readonly<Record<string, readonly string[]>>]>([
  ['ru', RUSSIAN],
  ['en', ENGLISH],
])('numbers in %s', (language, table) => {
  const { messages } = readLocale(new URL(`../../src/texts/locales/${language}.ftl`, import.meta.url))

  test('every text that depends on a number is in the table', () => {
    const counted = [...messages.values()].filter(({ isCounted }) => isCounted)
    expect(counted.map(({ key }) => key).sort()).toEqual(Object.keys(table).sort())
  })

  test.each(Object.entries(table))('%s', (key, expected) => {
    const t = textsFor(language)
    for (const [index, number] of NUMBERS.entries()) {
      const chosen = Object.fromEntries(CHOOSERS.map((name) => [name, number]))
      const text = t.plain(key, { ...OTHERS, ...chosen })
      // As a whole word: “21 файлов” must not pass for “21 файл”.
      expect(text).toMatch(new RegExp(`(^|\\W)${expected[index]}(?!\\p{L})`, 'u'))
    }
  })
})
