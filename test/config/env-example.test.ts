import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { expect, test } from 'vitest'
import { SETTING_NAMES } from '../../src/config/each-setting.ts'
import { parseConfig } from '../../src/config/parse-config.ts'

const source = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
const allNames = parse(source.replace(/^# (?=[A-Z_]+=)/gm, ''))

test('.env.example names every setting, and no other', () => {
  expect(Object.keys(allNames).sort()).toEqual([...SETTING_NAMES].sort())
})

test('.env.example needs nothing but the token', () => {
  expect(parseConfig({ ...parse(source), BOT_TOKEN: '123456789:AAE' })).toEqual(
    parseConfig({ BOT_TOKEN: '123456789:AAE' }),
  )
})

test('the examples in .env.example are accepted', () => {
  const examples = Object.fromEntries(
    [...source.matchAll(/^# Example: ([A-Z_]+)=(.+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  expect(Object.keys(examples).length).toBeGreaterThan(6)
  expect(() => parseConfig(examples)).not.toThrow()
})

test.each([...source.matchAll(/^# Default: (\S+)\n# ([A-Z_]+)=$/gm)].map(([, value, name]) => [name, value]))(
  'the default of %s in .env.example is the real one',
  (name, value) => {
    expect(parseConfig({ BOT_TOKEN: '123456789:AAE', [String(name)]: value })).toEqual(
      parseConfig({ BOT_TOKEN: '123456789:AAE' }),
    )
  },
)
