import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../src/domain/people.ts'
import { readLocale } from './support/read-locale.ts'
import { readUsedTexts } from './support/used-texts.ts'

const src = new URL('../src/', import.meta.url)
const locales = LANGUAGES.map((language) => ({
  language,
  ...readLocale(new URL(`texts/locales/${language}.ftl`, src)),
}))
const [first] = locales
const used = readUsedTexts(fileURLToPath(src))

test('there is a text for everything, in more than one language', () => {
  expect(locales.length).toBeGreaterThan(1)
  expect(first?.messages.size).toBeGreaterThan(50)
  expect(used.calls.length).toBeGreaterThan(50)
})

describe.each(locales)('the texts in $language', ({ messages, mistakes }) => {
  test('can be read', () => {
    expect(mistakes).toEqual([])
  })

  test('have the keys of every other language, with the same variables', () => {
    const shape = (of: typeof messages) =>
      Object.fromEntries([...of.values()].map(({ key, variables }) => [key, variables]))
    expect(shape(messages)).toEqual(shape(first?.messages ?? new Map()))
  })

  test('have every key the code asks for', () => {
    const missing = used.calls.filter(({ key }) => !messages.has(key))
    expect(missing.map(({ place, key }) => `${place} ${key}`)).toEqual([])
  })

  test('are given every variable they show', () => {
    const withheld = used.calls.flatMap(({ place, key, variables }) =>
      (messages.get(key)?.variables ?? [])
        .filter((name) => variables !== null && !variables.includes(name))
        .map((name) => `${place} ${key} $${name}`),
    )
    expect(withheld).toEqual([])
  })

  test('are all in use', () => {
    const referred = new Set([...messages.values()].flatMap(({ references }) => references))
    const isUsed = (key: string) =>
      used.literals.has(key) ||
      referred.has(key) ||
      [...used.prefixes].some((prefix) => prefix.endsWith('-') && key.startsWith(prefix))
    expect([...messages.keys()].filter((key) => !isUsed(key))).toEqual([])
  })

  test('give every button words: a sign alone can’t be read aloud', () => {
    const silent = [...messages.values()].filter(
      ({ key, words }) => key.startsWith('button-') && !/\p{L}{2,}/u.test(words),
    )
    expect(silent.map(({ key }) => key)).toEqual([])
  })

  test('raise no voice', () => {
    const loud = [...messages.values()].filter(({ words }) => words.includes('!'))
    expect(loud.map(({ key }) => key)).toEqual([])
  })
})
