import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftTicketNumber, formatTicketNumber, readTicketNumber } from '../../src/domain/ticket-number.ts'

const aNumber = fc
  .tuple(fc.nat({ max: 8 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map(([attempt, chance]) => draftTicketNumber(attempt, (below) => Math.floor(chance * below)))

describe('a ticket number', () => {
  test('is six digits without a leading zero, eight after three collisions', () => {
    const lowest = (attempt: number) => draftTicketNumber(attempt, () => 0)
    const highest = (attempt: number) => draftTicketNumber(attempt, (below) => below - 1)
    expect([lowest(0), highest(0)]).toEqual(['100000', '999999'])
    expect([lowest(2), lowest(3), highest(3)]).toEqual(['100000', '10000000', '99999999'])
  })

  test('is read back from every way people write it', () => {
    const prefix = fc.constantFrom('', '№ ', '№', '#', '# ', 'No ', 'no. ', 'n° ', 'N ', '  ')
    const gap = fc.constantFrom('', '-', ' ', '–', '—', ' - ', '\u00a0')
    fc.assert(
      fc.property(aNumber, prefix, gap, fc.constantFrom('', ' '), (number, before, between, after) => {
        expect(readTicketNumber(formatTicketNumber(number))).toBe(number)
        const half = number.length / 2
        const typed = `${before}${number.slice(0, half)}${between}${number.slice(half)}${after}`
        expect(readTicketNumber(typed)).toBe(number)
      }),
    )
  })

  test.each(['', '48291', '4829133', '482-91a', '012345', '482-913 please', '４８２９１３', '<482913>'])(
    'is not seen in “%s”',
    (typed) => {
      expect(readTicketNumber(typed)).toBeNull()
    },
  )
})
