import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, fileShort, inTopic, shown, wordsOf } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { createShiftingClock, type ShiftingClock } from '../../support/shifting-clock.ts'

const LATE = { category: 'Доставка', problem: 'Заказ не привезли вовремя' }
const HOUR_MS = 3_600_000
const NOON = '2026-11-24T12:00:00+03:00'

async function later(shop: Shop, clock: ShiftingClock, hours: number): Promise<void> {
  clock.leap(hours * HOUR_MS)
  await shop.desk().sweep()
  await shop.settled()
}

const apologies = (person: Person) =>
  person
    .messages()
    .map(wordsOf)
    .filter((words) => /не успеваем ответить|cannot answer ticket/.test(words))

async function reply(shop: Shop, number: string): Promise<void> {
  const topic = inTopic(shop, number)[0]?.message_thread_id ?? -1
  await afterwards(shop, () => shop.group.as(shop.agent()).sendText('Уточняем у курьера.', { topic }))
}

describe('a promise that will not be kept', () => {
  test('is told once, before it is broken, with a new time that ticket and card show from then on', async () => {
    const clock = createShiftingClock(NOON)
    const shop = await openShop({ clock })
    const anna = shop.customer()
    const number = await fileShort(shop, anna, LATE)
    await later(shop, clock, 23.7)
    expect(apologies(anna)).toEqual([])
    await later(shop, clock, 0.1)
    await shop.restart()
    await later(shop, clock, 2)
    expect(apologies(anna)).toEqual([
      expect.stringContaining(
        `По обращению № ${number} не успеваем ответить к обещанному времени, просим прощения. Ответим до: 26 ноября, 12:00 (МСК).`,
      ),
    ])
    await afterwards(shop, () => anna.sendText(`/status ${number}`))
    expect(shown(anna)).toContain('Ответим до: 26 ноября, 12:00')
    expect(wordsOf(inTopic(shop, number)[0])).toContain('26 ноября, 12:00')
  })

  test('is told in the customer’s language', async () => {
    const clock = createShiftingClock(NOON)
    const shop = await openShop({ clock, language: 'en' })
    const john = shop.customer('John')
    await fileShort(shop, john, { category: 'Delivery', problem: 'The order is late' })
    await later(shop, clock, 23.8)
    expect(apologies(john)).toEqual([
      expect.stringContaining('We will answer by 26 November, 12:00 (Moscow time).'),
    ])
  })

  test('is not told where an agent has answered, or waits for the customer, or the ticket has ended', async () => {
    const clock = createShiftingClock(NOON)
    const shop = await openShop({ clock })
    const people = [shop.customer('Анна'), shop.customer('Вера'), shop.customer('Глеб')]
    const numbers: string[] = []
    for (const person of people) numbers.push(await fileShort(shop, person, LATE))
    const [answered = '', asked = ''] = numbers
    await reply(shop, answered)
    const topic = inTopic(shop, asked)[0]?.message_thread_id ?? -1
    await afterwards(shop, () => shop.group.as(shop.agent()).sendText('/pending', { topic }))
    await afterwards(shop, () => people[2]?.tap('Открыть обращение'))
    await afterwards(shop, () => people[2]?.tap('Отозвать обращение'))
    await afterwards(shop, () => people[2]?.tap(/Отозвать$|Да/))
    await later(shop, clock, 23.9)
    expect(people.flatMap(apologies)).toEqual([])
  })
})
