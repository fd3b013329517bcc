import { expect, test } from 'vitest'
import { sayRefusal } from '../../../src/simulator/page/words/refusal-words.ts'
import { refusalsEn } from '../../../src/simulator/page/words/refusals-en.ts'
import { refusalsRu } from '../../../src/simulator/page/words/refusals-ru.ts'

const inRussian = (refusal: Parameters<typeof sayRefusal>[1]) => sayRefusal(refusalsRu, refusal)

test('a number in a refusal is followed by the form its language asks for', () => {
  const leap = (days: number) => inRussian({ reason: 'leap-too-far', days })
  expect([1, 3, 31, 12].map(leap)).toEqual([
    'Вперёд часы переводятся самое большее на 1 день.',
    'Вперёд часы переводятся самое большее на 3 дня.',
    'Вперёд часы переводятся самое большее на 31 день.',
    'Вперёд часы переводятся самое большее на 12 дней.',
  ])
  const caption = { reason: 'caption-too-long', most: 1024, length: 1025 } as const
  expect(inRussian(caption).replaceAll('\u00a0', ' ')).toBe(
    'В подписи может быть не больше 1 024 знаков, а здесь их 1 025.',
  )
  expect(inRussian({ ...caption, most: 21 })).toContain('не больше 21 знака')
})

test('what others say stays in their words, and in the language of the page where they know it', () => {
  const said = { reason: 'said', text: 'Bad Request: chat not found.' } as const
  expect([refusalsEn, refusalsRu].map((words) => sayRefusal(words, said))).toEqual([said.text, said.text])
  const told = { reason: 'told', words: { en: 'It runs.', ru: 'Он работает.' } } as const
  expect([refusalsEn, refusalsRu].map((words) => sayRefusal(words, told))).toEqual([
    'It runs.',
    'Он работает.',
  ])
})

test('every reason is told in Russian on a Russian page', () => {
  const anything = new Proxy({}, { get: () => 7 })
  for (const [reason, say] of Object.entries(refusalsRu)) {
    if (reason === 'said' || reason === 'told') continue
    const sentence = (say as (named: object) => string)(anything)
    expect(sentence, reason).toMatch(/^[«А-Яа-яё@7].*[а-яё]/s)
    expect(sentence, reason).toMatch(/[.…:7]$/)
  }
})
