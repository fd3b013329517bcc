import { expect, test, vi } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { answerTo, fileMany, openListStory, tapAnswer } from '../../support/list-story.ts'
import { createShiftingClock } from '../../support/shifting-clock.ts'

vi.setConfig({ testTimeout: 120_000 })

const HOUR_MS = 3_600_000
const numbersIn = (text: string) => [...text.matchAll(/№ (\d+-\d+)/g)].map((match) => match[1])

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} /queue lists what waits, the oldest promise first, and whose it is`, async () => {
    const clock = createShiftingClock()
    const { shop, oleg, ask, number, write } = await openListStory({ group, clock })
    clock.leap(HOUR_MS)
    const second = await fileTicket(shop, shop.customer('Борис'))
    expect(numbersIn(await ask('/queue'))).toEqual([number, second.number])
    expect(answerTo(oleg)).toMatch(
      /· новое · .*\nАнна → не назначен\nстандартный · ответить до: .* · осталось 23 ч 0 мин/,
    )
    expect(await tapAnswer(shop, oleg, 'Мои')).toContain('Здесь пусто')

    await afterwards(shop, () => write('/take'))
    expect(numbersIn(await tapAnswer(shop, oleg, 'Обновить'))).toEqual([number])
    expect(answerTo(oleg)).toMatch(/Анна → Олег/)
    expect(numbersIn(await tapAnswer(shop, oleg, 'Никем не взяты'))).toEqual([second.number])
    expect(numbersIn(await ask('/queue mine'))).toEqual([number])

    await afterwards(shop, () => write('/resolve'))
    expect(numbersIn(await tapAnswer(shop, oleg, 'Все'))).toEqual([second.number])
    expect(await ask('/queue всё')).toContain('Такого списка нет')
  })
}

test('breaching is what has to be answered within the last quarter of its time, or should have been already', async () => {
  const clock = createShiftingClock()
  const { shop, oleg, ask, number, write } = await openListStory({ clock })
  clock.leap(4 * HOUR_MS)
  const second = await fileTicket(shop, shop.customer('Борис'))
  clock.leap(13.9 * HOUR_MS)
  expect(await ask('/queue breaching')).toContain('Здесь пусто')
  clock.leap(0.2 * HOUR_MS)
  expect(numbersIn(await ask('/queue breaching'))).toEqual([number])
  expect(answerTo(oleg)).toContain('осталось 5 ч 54 мин')
  clock.leap(7 * HOUR_MS)
  expect(numbersIn(await tapAnswer(shop, oleg, 'Обновить'))).toEqual([number, second.number])
  expect(answerTo(oleg)).toContain('просрочено на 1 ч 6 мин')
  await afterwards(shop, () => write('/resolve'))
  expect(numbersIn(await tapAnswer(shop, oleg, 'Обновить'))).toEqual([second.number])
})

test('what is answered is breaching when its solution is due; while the customer is asked its time stands still', async () => {
  const clock = createShiftingClock()
  const { shop, anna, oleg, ask, number, write } = await openListStory({ clock })
  await afterwards(shop, () => write('Здравствуйте, ищем'))
  clock.leap(10 * HOUR_MS)
  expect(await ask('/queue')).toMatch(/стандартный · решить до: .* · осталось (13 ч 59|14 ч 0) мин/)
  await afterwards(shop, () => write('/pending'))
  clock.leap(30 * HOUR_MS)
  expect(await ask('/queue')).toMatch(/стандартный · обещали решить до: .*\d\d:\d\d/)
  expect(answerTo(oleg)).not.toContain('просрочено')
  expect(await ask('/queue breaching')).toContain('Здесь пусто')

  await afterwards(shop, () => anna.sendText('Вот номер накладной'))
  clock.leap(7.9 * HOUR_MS)
  expect(await tapAnswer(shop, oleg, 'Обновить')).toContain('Здесь пусто')
  clock.leap(0.2 * HOUR_MS)
  expect(numbersIn(await tapAnswer(shop, oleg, 'Обновить'))).toEqual([number])
  expect(answerTo(oleg)).toMatch(/решить до: .* · осталось 5 ч 5\d мин/)
  clock.leap(7 * HOUR_MS)
  expect(await tapAnswer(shop, oleg, 'Обновить')).toMatch(/обещали решить до: .* · просрочено на 1 ч \d+ мин/)
  await afterwards(shop, () => write('/resolve'))
  expect(await tapAnswer(shop, oleg, 'Обновить')).toContain('Здесь пусто')
})

test('a long queue has pages', async () => {
  const { shop, oleg, number, ask } = await openListStory()
  const numbers = [
    number,
    ...(await fileMany(
      shop,
      Array.from({ length: 10 }, () => 'Где моя посылка, обещали вчера.'),
    )),
  ]
  expect(numbersIn(await ask('/queue'))).toEqual(numbers.slice(0, 10))
  expect(numbersIn(await tapAnswer(shop, oleg, 'Дальше ›'))).toEqual(numbers.slice(10))
  expect(numbersIn(await tapAnswer(shop, oleg, '‹ Назад'))).toEqual(numbers.slice(0, 10))
})
