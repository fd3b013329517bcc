import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOrderNumber, readOrderNumber } from '../../src/domain/order-number.ts'

const DIGITS = shop('\\d{8,12}-\\d{4}', '\\d{8,12}')
const LETTERS = shop('[ABCEHKMOPTX]{2}-\\d{6}')
const CYRILLIC = shop('[АВЕКМНОРСТУХ]{2}\\d{6}')

function shop(...patterns: string[]) {
  return { orderNumber: { patterns, example: '' } }
}

const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max })
const letters = (alphabet: string) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 2 })

const orders = fc.oneof(
  fc.record({
    rules: fc.constant(DIGITS),
    number: fc.oneof(
      digits(8, 12),
      fc.tuple(digits(8, 12), digits(4, 4)).map((parts) => parts.join('-')),
    ),
  }),
  fc.record({
    rules: fc.constant(LETTERS),
    number: fc.tuple(letters('ABCEHKMOPTX'), digits(6, 6)).map((parts) => parts.join('-')),
  }),
  fc.record({
    rules: fc.constant(CYRILLIC),
    number: fc.tuple(letters('АВЕКМНОРСТУХ'), digits(6, 6)).map((parts) => parts.join('')),
  }),
)

type Mistake = (number: string, place: number) => string

const insert =
  (sign: string): Mistake =>
  (number, place) => {
    const at = 1 + (place % (number.length - 1))
    return number.slice(0, at) + sign + number.slice(at)
  }
const swap =
  (from: string, to: string): Mistake =>
  (number) =>
    number.replaceAll(/./gu, (sign) => to[from.indexOf(sign)] ?? sign)

const CAPITALS = { latin: 'ABCEHKMOPTX', cyrillic: 'АВСЕНКМОРТХ' }

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'spaces around it': (number) => `  ${number} \n`,
  'a space inside it': insert(' '),
  'a no-break space inside it': insert('\u00a0'),
  'a mark nobody sees inside it': insert('\u200b'),
  'a space for its dash': (number) => number.replace('-', ' '),
  'spaces around its dash': (number) => number.replace('-', ' - '),
  'a long dash': (number) => number.replace('-', '—'),
  'a minus sign': (number) => number.replace('-', '−'),
  'two dashes': (number) => number.replace('-', '--'),
  'its dash left out': (number) => number.replace('-', ''),
  'Cyrillic letters for Latin ones': swap(CAPITALS.latin, CAPITALS.cyrillic),
  'Latin letters for Cyrillic ones': swap(CAPITALS.cyrillic, CAPITALS.latin),
  'small letters': (number) => number.toLowerCase(),
  'small letters of the other alphabet': (number) =>
    swap(CAPITALS.latin, CAPITALS.cyrillic)(number, 0).toLowerCase(),
  'wide digits': (number) =>
    number.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'the sign № before it': (number) => `№${number}`,
  'the sign # before it': (number) => `# ${number}`,
  'words before it': (number) => `Номер заказа: ${number}.`,
  'a word tied to it': (number) => `заказ-${number}`,
  'a sentence around it': (number) => `Здравствуйте! Мой заказ ${number}, так и не привезли`,
  'a link around it': (number) => `https://shop.example/orders/${encodeURIComponent(number)}?from=mail`,
  'a link with a parameter': (number) => `https://shop.example/order?id=${encodeURIComponent(number)}#top`,
}

describe.each(Object.entries(MISTAKES))('an order number with %s', (_, mistake) => {
  test('is taken where it is the very same, else asked about, and never changed into another one', () => {
    fc.assert(
      fc.property(orders, fc.nat(), ({ rules, number }, place) => {
        const typed = mistake(number, place)
        const reading = readOrderNumber(rules, typed)
        if (reading.kind === 'exact') return reading.number === typed.trim() && reading.number === number
        return reading.kind === 'asked' && reading.numbers.includes(number)
      }),
      { numRuns: 300 },
    )
  })
})

test('any two of the mistakes at once change nothing silently', () => {
  const mistake = fc.constantFrom(...Object.values(MISTAKES))
  fc.assert(
    fc.property(orders, mistake, mistake, fc.nat(), ({ rules, number }, first, second, place) => {
      const reading = readOrderNumber(rules, second(first(number, place), place))
      return reading.kind !== 'exact' || reading.number === number
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is offered is one of the shop’s order numbers, and what is taken was typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom(DIGITS, LETTERS, CYRILLIC),
      (typed, rules) => {
        const reading = readOrderNumber(rules, typed)
        if (reading.kind === 'exact') return typed.includes(reading.number)
        return reading.kind === 'none' || reading.numbers.every((number) => isOrderNumber(rules, number))
      },
    ),
  )
})

test.each([
  ['12345678', ['12345678']],
  ['123456780001', ['123456780001', '12345678-0001']],
  ['12345678 0001', ['12345678-0001', '123456780001', '12345678']],
  ['12345678-0001 или 87654321', ['12345678-0001', '87654321']],
])('“%s” is read as %j', (typed, numbers) => {
  const reading = readOrderNumber(DIGITS, typed)
  expect(reading.kind === 'exact' ? [reading.number] : reading.kind === 'asked' && reading.numbers).toEqual(
    numbers,
  )
})

test.each(['', 'нет', '1234', 'позвоните мне', 'AB-12'])('“%s” names no order', (typed) => {
  expect(readOrderNumber(DIGITS, typed).kind).toBe('none')
})
