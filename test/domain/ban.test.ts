import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bannedUntil, FOREVER, isForever, readBanEnd } from '../../src/domain/ban.ts'

const NOW = new Date('2026-11-02T09:00:00Z')
const HOUR_MS = 3_600_000

test.each([
  ['12h', 12],
  ['12ч', 12],
  ['3d', 72],
  ['3д', 72],
  ['2W', 336],
  ['2н', 336],
])('%s is a term of %i hours', (term, hours) => {
  expect(readBanEnd(term, NOW)?.getTime()).toBe(NOW.getTime() + hours * HOUR_MS)
})

test.each(['', '3', 'd', '0d', '3m', '-3d', '9999w', '3 d', '1e3d'])('"%s" is no term', (term) => {
  expect(readBanEnd(term, NOW)).toBeNull()
})

test('"forever" and «навсегда» have no end', () => {
  for (const term of ['forever', 'Навсегда']) expect(isForever(readBanEnd(term, NOW) ?? NOW)).toBe(true)
  expect(bannedUntil({ bannedUntil: FOREVER }, new Date('2090-01-01'))).toEqual(FOREVER)
})

test('a ban is over by itself, to the moment', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (until, now) => {
      expect(bannedUntil({ bannedUntil: until }, now) !== null).toBe(now < until)
    }),
  )
  expect(bannedUntil({ bannedUntil: null }, NOW)).toBeNull()
})
