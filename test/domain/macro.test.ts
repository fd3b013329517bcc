import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fillMacro,
  macrosFor,
  PLACEHOLDERS,
  readMacroName,
  unknownPlaceholders,
} from '../../src/domain/macro.ts'

const values = { name: 'Анна', number: '482-913', order: '1-2', promised: 'завтра', agent: 'Олег' }

test('each place is filled in, as often as it stands, and nothing else is touched', () => {
  expect(fillMacro('{name}, { number }: {order} {promised} {agent} {name} {shop} {}', values)).toBe(
    'Анна, 482-913: 1-2 завтра Олег Анна {shop} {}',
  )
})

test('what a value holds in braces is not filled in again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACEHOLDERS), fc.constantFrom(...PLACEHOLDERS), (one, other) => {
      expect(fillMacro(`{${one}}`, { ...values, [one]: `{${other}}` })).toBe(`{${other}}`)
    }),
  )
})

test('a text without unknown places has none left when it is filled in', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom(...PLACEHOLDERS.map((place) => `{${place}}`)))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      fc.pre(unknownPlaceholders(text).length === 0)
      for (const place of PLACEHOLDERS) expect(fillMacro(text, values)).not.toContain(`{${place}}`)
    }),
  )
})

test('an unknown place is named once', () => {
  expect(unknownPlaceholders('{имя} {name} {order_id} {имя} { }')).toEqual(['имя', 'order_id'])
})

test('the owner’s answers for a category come before those for all, and others not at all', () => {
  const both = { ru: 'т', en: 't' }
  const macro = (id: string, categories?: string[]) => ({
    ...{ id, title: both, text: both },
    ...(categories === undefined ? {} : { categories }),
  })
  const all = [macro('any'), macro('pay', ['payment']), macro('late', ['delivery', 'payment'])]
  expect(macrosFor(all, 'delivery').map(({ id }) => id)).toEqual(['late', 'any'])
})

test.each([
  ['спасибо', 'спасибо'],
  [' thanks-2_a ', 'thanks-2_a'],
  ['a b', null],
  ['', null],
  ['a!', null],
  ['а'.repeat(33), null],
])('"%s" as a name', (typed, name) => expect(readMacroName(typed)).toBe(name))
