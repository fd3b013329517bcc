import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundIn, matches, readQuery } from '../../../src/domain/search/search-query.ts'
import { placedWords, tokensOfHandles, tokensOfText } from '../../../src/domain/search/search-words.ts'
import { stemWord } from '../../../src/persistence/search/stem-word.ts'

const russian = fc.stringMatching(/^[а-яё]{1,14}$/)
const piece = fc.oneof(
  { weight: 5, arbitrary: russian },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-ZА-Я]{1,2}-\d{1,6}(-\d{1,4})?$/) },
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))

const finds = (typed: string, said: string, mode: 'exact' | 'prefix' = 'exact') => {
  const query = readQuery(typed, mode, stemWord)
  return query !== null && matches(query, tokensOfText(said, stemWord))
}

test('whatever was said is found by each of its words, alone and all together, and is marked there', () => {
  fc.assert(
    fc.property(text, (said) => {
      const words = placedWords(said).map(({ start, end }) => said.slice(start, end))
      for (const word of words) {
        expect(finds(word, said)).toBe(true)
        const query = readQuery(word, 'exact', stemWord)
        expect(query && foundIn(query, said, stemWord).length).toBeGreaterThan(0)
      }
      const some = words.slice(0, 8).join(' ')
      if (some !== '') expect(finds(some, said)).toBe(true)
    }),
  )
})

test('and by the beginning of any of them that has three letters', () => {
  fc.assert(
    fc.property(text, (said) => {
      for (const { word } of placedWords(said)) {
        const begin = [...word].slice(0, 3).join('')
        if (placedWords(begin)[0]?.word === begin && [...begin].length === 3)
          expect(finds(begin, said, 'prefix')).toBe(true)
      }
    }),
  )
})

test('tokens are letters and digits alone: nothing in them means anything to a database', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      for (const token of [...tokensOfText(said, stemWord), ...tokensOfHandles([said], stemWord)])
        expect(token).toMatch(/^·?[\p{L}\p{N}\p{M}]+$/u)
    }),
  )
})

test.each([
  ['возврат', 'Где деньги за возврата?'],
  ['возврат', 'хочу возвратить чайник'],
  ['ВОЗВРАТИТЬ', 'оформили возврат'],
  ['еще', 'Ещё раз'],
  ['иван', 'Меня зовут Иванов'],
  ['Иванова', 'Пишет Иванов'],
  ['deliveries', 'Late delivery'],
  ['А-1029', 'заказ A-1029'],
  ['A1029', 'заказ А-1029'],
  ['12345678–0001', 'номер 12345678-0001'],
])('%s finds «%s»', (typed, said) => {
  expect(finds(typed, said)).toBe(true)
})

test.each([
  ['возврат чайник', 'возврат кофе'],
  ['кот', 'который'],
  ['A-1029', 'A-10290'],
])('%s does not find «%s»', (typed, said) => {
  expect(finds(typed, said)).toBe(false)
})

test('what is found is marked where it stands', () => {
  const said = 'Возврат 😀 за чайник A-1029: возвратите, чай'
  const query = readQuery('возвраты чайника a-1029', 'exact', stemWord)
  const found = query === null ? [] : foundIn(query, said, stemWord)
  expect(found.map(({ start, end }) => said.slice(start, end))).toEqual([
    'Возврат',
    'чайник',
    'A-1029',
    'возвратите',
  ])
})
