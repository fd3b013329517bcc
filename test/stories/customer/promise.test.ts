import { expect, test } from 'vitest'
import { createClockFrom, fileShort, inTopic, lastSaid, wordsOf } from '../../support/customer-story.ts'
import { openShop } from '../../support/open-shop.ts'

// Friday evening in Moscow.
const FRIDAY = '2026-11-06T17:30:00Z'

test.each([
  ['within a day', 'Доставка', 'Заказ не привезли вовремя', /Ответим до: 7 ноября(, | в )20:3\d \(МСК\)/],
  ['within two hours', 'Доставка', 'Курьер не приехал', /Ответим до: 6 ноября(, | в )22:3\d \(МСК\)/],
  [
    'in three business days',
    'Оплата',
    'Не пришёл возврат денег',
    /Ответим до: 11 ноября(, | в )20:3\d \(МСК\)/,
  ],
])(
  'the confirmation promises an answer %s, in the shop’s own time',
  async (_, category, problem, promise) => {
    const shop = await openShop({ clock: createClockFrom(FRIDAY) })
    const anna = shop.customer()
    const number = await fileShort(shop, anna, { category, problem })
    expect(lastSaid(shop, anna)).toContain(`Обращение № ${number} принято`)
    expect(lastSaid(shop, anna)).toMatch(promise)
    const moment = /до: (.+\))/.exec(lastSaid(shop, anna))?.[1] ?? '?'
    expect(wordsOf(inTopic(shop, number)[0])).toContain(moment)
  },
)

test.each(['ru', 'en'] as const)(
  'in %s the promised time stands in the reader’s own time zone',
  async (language) => {
    const shop = await openShop({ clock: createClockFrom(FRIDAY), language })
    const anna = shop.customer()
    const words = { ru: ['Доставка', 'Заказ не привезли вовремя'], en: ['Delivery', 'The order is late'] }
    const [category = '', problem = ''] = words[language]
    await fileShort(shop, anna, { category, problem })
    const confirmation = anna.messages().findLast((message) => message.from?.id === shop.sim.botId)
    const moments = confirmation?.entities?.filter(({ type }) => type === 'date_time') ?? []
    expect(moments.map(({ date_time_format }) => date_time_format)).toEqual(['Dt'])
    const promised = (moments[0]?.unix_time ?? 0) * 1_000 - Date.parse(FRIDAY)
    expect(promised / 3_600_000).toBeCloseTo(24, 0)
  },
)

test('ticket numbers do not follow one another: a customer can’t guess a neighbour’s', async () => {
  const shop = await openShop()
  const numbers: number[] = []
  for (const name of ['Анна', 'Борис', 'Вера', 'Глеб']) {
    const number = await fileShort(shop, shop.customer(name), { category: 'Другое', problem: 'Другое' })
    expect(number).toMatch(/^[1-9]\d{2}-\d{3}$/)
    numbers.push(Number(number.replace('-', '')))
  }
  const gaps = numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? 0)))
  expect(new Set(numbers).size).toBe(4)
  expect(gaps.filter((gap) => gap > 100).length, `gaps ${gaps.join()}`).toBeGreaterThan(1)
})
