import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSecretMatcher } from '../../src/http/secret-matcher.ts'
import { createPathMatcher } from '../../src/http/webhook-path.ts'

const aStep = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => encodeURIComponent(text.replaceAll(/^\.+$/g, 'dots')))
  .filter((step) => step !== '')
const steps = fc.array(aStep, { maxLength: 5 })
const matcher = (path: readonly string[]) => createPathMatcher(`https://shop.example/${path.join('/')}`)

test('the webhook is found at its path, however much of its beginning a proxy has stripped', () => {
  fc.assert(
    fc.property(steps, fc.nat({ max: 5 }), (path, stripped) => {
      expect(matcher(path)(`/${path.slice(stripped).join('/')}`)).toBe(true)
    }),
  )
})

test('it is found nowhere else', () => {
  fc.assert(
    fc.property(steps, steps, (path, other) => {
      const isEnding =
        other.length <= path.length && other.join('/') === path.slice(path.length - other.length).join('/')
      expect(matcher(path)(`/${other.join('/')}`)).toBe(isEnding)
    }),
  )
})

test.each([
  ['https://shop.example/support/telegram', '/support/telegram/', true],
  ['https://shop.example/support/telegram', '//telegram', true],
  ['https://shop.example/support/telegram/', '/telegram', true],
  ['https://shop.example/support/telegram?bot=1', '/telegram', true],
  ['https://shop.example/support/telegram', '/support', false],
  ['https://shop.example/support/telegram', '/Telegram', false],
  ['https://shop.example/support/telegram', '/elegram', false],
  ['https://shop.example/support/telegram', '/other/support/telegram', false],
  ['https://shop.example/support/telegram', '/support%2Ftelegram', false],
  ['https://shop.example/поддержка', '/%D0%BF%D0%BE%D0%B4%D0%B4%D0%B5%D1%80%D0%B6%D0%BA%D0%B0', true],
  ['https://shop.example/100%25', '/100%', true],
  ['https://shop.example', '/', true],
  ['https://shop.example', '/telegram', false],
])('%s and %s: %s', (url, path, expected) => {
  expect(createPathMatcher(url)(path)).toBe(expected)
})

test('only the whole secret opens', () => {
  const secret = fc.stringMatching(/^[\w-]{1,256}$/)
  fc.assert(
    fc.property(secret, fc.oneof(secret, fc.string()), (right, given) => {
      const isSecret = createSecretMatcher(right)
      expect(isSecret(right)).toBe(true)
      expect(isSecret(given)).toBe(given === right)
      expect([`${right}x`, right.slice(1), '', undefined].map(isSecret)).toEqual([false, false, false, false])
    }),
  )
})
