import { expect, test } from 'vitest'
import { en } from '../../../src/simulator/page/words/en.ts'
import { ru } from '../../../src/simulator/page/words/ru.ts'

test('numbers are followed by the form their language asks for', () => {
  expect([1, 2, 5, 21, 22, 111].map(ru.composer.chosen)).toEqual([
    '1 файл',
    '2 файла',
    '5 файлов',
    '21 файл',
    '22 файла',
    '111 файлов',
  ])
  expect([1, 2, 21].map(en.phone.members)).toEqual(['1 member', '2 members', '21 members'])
  expect([2, 60, 1.5].map(ru.panel.times)).toEqual([
    'быстрее в 2 раза',
    'быстрее в 60 раз',
    'быстрее в 1,5 раза',
  ])
})

/** The shape of a table of words: names of its entries, whatever they say. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]))
}

test('both languages say the same things, and nothing is left empty', () => {
  expect(shapeOf(ru)).toEqual(shapeOf(en))
  expect(JSON.stringify([en, ru])).not.toContain('""')
})
