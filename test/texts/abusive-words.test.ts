import { expect, test } from 'vitest'
import { isAbusive } from '../../src/texts/abusive-words.ts'

test.each(['Где мой заказ, суки?', 'Это пиздец', 'ЗАЕБАЛИ уже', 'What the fuck is this', 'You are a b1tch'])(
  '“%s” holds words that hurt',
  (text) => {
    expect(isAbusive(text)).toBe(true)
  },
)

test.each([
  'Заказ не привезли, очень жаль',
  'Сухари и скипидар, 2 шт.',
  'Не хочу ругаться, но третий день жду',
  'Подстраховка, хлеб, рубль, Оскорбин',
  'The assembly of the classic shelf is bad',
  'Scunthorpe, cocktail glasses, Essex',
  'noun',
  '',
])('“%s” holds none', (text) => {
  expect(isAbusive(text)).toBe(false)
})
