import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskEmail, readEmail } from '../../src/domain/email.ts'

test.each([
  ['anna@mail.ru', 'anna@mail.ru'],
  ['  Anna.Petrova+shop@Mail.RU ', 'Anna.Petrova+shop@mail.ru'],
  ['mailto:anna@mail.ru', 'anna@mail.ru'],
  ['mailto:anna@mail.ru?subject=hi', 'anna@mail.ru'],
  ['anna@mail.ru.', 'anna@mail.ru'],
  ['anna @ mail.ru', 'anna@mail.ru'],
  ['Анна <anna@mail.ru>', 'anna@mail.ru'],
  ['моя почта: anna@mail.ru, спасибо', 'anna@mail.ru'],
  ['«anna@mail.ru»', 'anna@mail.ru'],
  ['anna＠mail.ru', 'anna@mail.ru'],
  ['anna\u200b@mail.ru', 'anna@mail.ru'],
  ['anna@mail.ru anna@mail.ru', 'anna@mail.ru'],
  ['anna@почта.рф', 'anna@xn--80a1acny.xn--p1ai'],
])('“%s” is read as %s', (typed, address) => {
  expect(readEmail(typed)).toEqual({ kind: 'address', address })
})

test.each([
  ['anna', 'none'],
  ['', 'none'],
  ['anna.mail.ru', 'none'],
  ['anna@mail.ru boris@mail.ru', 'several'],
  ['аnna@mail.ru', 'cyrillic'],
  ['anna@mаil.ru', 'cyrillic'],
  ['anna@mail', 'domain'],
  ['anna@', 'domain'],
  ['anna@mail..ru', 'domain'],
  ['anna@-mail.ru', 'domain'],
  ['anna@mail.r', 'domain'],
  ['anna@192.168.0.1', 'domain'],
  ['an..na@mail.ru', 'form'],
  ['anna@home@mail.ru', 'form'],
  [`${'a'.repeat(65)}@mail.ru`, 'form'],
])('“%s” can not be written to: %s', (typed, fault) => {
  expect(readEmail(typed)).toEqual({ kind: 'fault', fault })
})

test('whatever is typed, an address that is read is one line of Latin letters that reads as itself', () => {
  const near = fc.stringMatching(/^[a-zа-я.,@<>"'\s\r\n-]{0,30}@[a-zа-я.,@<>\s\r\n-]{0,30}$/u)
  fc.assert(
    fc.property(fc.oneof(near, fc.emailAddress(), fc.string()), (typed) => {
      const reading = readEmail(typed)
      if (reading.kind === 'fault') return
      expect(reading.address).toMatch(/^[!-~]+@[a-z0-9.-]+$/)
      expect(readEmail(reading.address)).toEqual(reading)
    }),
    { numRuns: 2_000 },
  )
})

test('a masked address shows its first letter and its domain', () => {
  expect(maskEmail('anna@mail.ru')).toBe('a…@mail.ru')
})
