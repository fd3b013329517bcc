import { expect, test } from 'vitest'
import { OptionError, readOptions } from '../../src/demo/options.ts'

test('without options the playground opens in a temporary folder, in Russian', () => {
  expect(readOptions([])).toEqual({
    ...{ play: 'playground', seed: false, dataDir: null, port: 8090, language: 'ru' },
  })
})

test('options are read together', () => {
  const args = ['--seed', '--data-dir', './shop', '--port', '9000', '--language=en']
  expect(readOptions(args)).toEqual({
    ...{ play: 'playground', seed: true, dataDir: './shop', port: 9000, language: 'en' },
  })
  expect(readOptions(['--story'])).toEqual({ play: 'story' })
  expect(readOptions(['--seed', '-h'])).toEqual({ play: 'help' })
})

test.each([
  [['--story', '--seed'], 'leave out --seed'],
  [['--story', '--port', '9000', '--language', 'en'], 'leave out --port, --language'],
  [['--port', 'eighty'], 'write a number from 1 to 65535'],
  [['--port', '70000'], 'write a number from 1 to 65535'],
  [['--port', '0'], 'write a number from 1 to 65535'],
  [['--language', 'fr'], 'write ru or en'],
])('%j is refused in a sentence', (args, words) => {
  expect(() => readOptions(args)).toThrow(OptionError)
  expect(() => readOptions(args)).toThrow(words)
})

test('an unknown option is named', () => {
  expect(() => readOptions(['--speed=9'])).toThrow("Unknown option '--speed'")
})
