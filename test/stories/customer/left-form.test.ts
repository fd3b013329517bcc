import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, sendForm, shown, walk, walkTo, wordsOf } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { createShiftingClock, type ShiftingClock } from '../../support/shifting-clock.ts'

const HOUR_MS = 3_600_000
const NOON = '2026-11-24T12:00:00+03:00'

async function sweepAfter(shop: Shop, clock: ShiftingClock, hours: number): Promise<void> {
  clock.leap(hours * HOUR_MS)
  await shop.desk().sweep()
  await shop.settled()
}

const reminders = (person: Person) =>
  person.messages().filter((message) => /ещё не отправили|have not sent it yet/.test(wordsOf(message)))

test('a form that was left is brought to mind once, and goes on where it stopped', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await sweepAfter(shop, clock, 2.9)
  expect(reminders(anna)).toHaveLength(0)
  await sweepAfter(shop, clock, 0.2)
  await shop.restart()
  await sweepAfter(shop, clock, 1)
  expect(reminders(anna).map(wordsOf)).toEqual([
    'Вы начали обращение и ещё не отправили его. Всё, что вы написали, сохранено. Продолжить?',
  ])
  await afterwards(shop, () => anna.tap('Продолжить'))
  expect(shown(anna)).toContain('Фото и чеки')
  await sweepAfter(shop, clock, 4)
  expect(reminders(anna)).toHaveLength(1)
  await walk(shop, anna, 'photos', 'review')
  await sendForm(shop, anna)
})

test('at night nobody is reminded; the next morning they are, in their language', async () => {
  const clock = createShiftingClock('2026-11-24T20:00:00+03:00')
  const shop = await openShop({ clock })
  const john = shop.customer('John', 'en')
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Delivery', /late/]) await afterwards(shop, () => john.tap(tap))
  await sweepAfter(shop, clock, 4)
  expect(reminders(john)).toHaveLength(0)
  await sweepAfter(shop, clock, 9.5)
  expect(reminders(john).map(wordsOf)).toEqual([
    'You began a ticket and have not sent it yet. Everything you wrote is kept. Go on?',
  ])
})

test('a form with nothing in it, one that was sent, and one that was cancelled remind nobody', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const [anna, boris, vera] = [shop.customer('Анна'), shop.customer('Борис'), shop.customer('Вера')]
  await walkTo(shop, anna, 'category')
  await walkTo(shop, boris, 'review')
  await sendForm(shop, boris)
  await walkTo(shop, vera, 'description')
  await afterwards(shop, () => vera.tap('Отменить'))
  await sweepAfter(shop, clock, 4)
  for (const person of [anna, boris, vera]) expect(reminders(person)).toHaveLength(0)
})
