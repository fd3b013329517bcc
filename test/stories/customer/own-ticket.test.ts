import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import {
  afterwards,
  buttonTexts,
  fileShort,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  tapTwice,
  walk,
  wordsOf,
} from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const LATE = { category: 'Доставка', problem: 'Заказ не привезли вовремя' }

async function openStory() {
  const shop = await openShop()
  const anna = shop.customer()
  const oleg = shop.agent()
  const number = await fileShort(shop, anna, LATE)
  const topic = inTopic(shop, number)[0]?.message_thread_id ?? -1
  const resolve = () => afterwards(shop, () => shop.group.as(oleg).sendText('/resolve', { topic }))
  return { shop, anna, number, resolve }
}

const count = (person: Person, text: string) =>
  person.messages().filter((message) => wordsOf(message).includes(text)).length
const cardOf = (shop: Shop, number: string) => wordsOf(inTopic(shop, number)[0])

test('a customer withdraws a ticket after being asked once more, and both sides see it', async () => {
  const { shop, anna, number } = await openStory()
  await afterwards(shop, () => anna.tap('Открыть обращение'))
  await afterwards(shop, () => anna.tap('Отозвать обращение'))
  expect(shown(anna)).toContain(`Отозвать обращение № ${number}?`)
  await afterwards(shop, () => anna.tap('Назад'))
  expect(shown(anna)).toContain('Статус: новое')
  await afterwards(shop, () => anna.tap('Отозвать обращение'))
  const [, second] = await tapTwice(shop, anna, 'Да, отозвать')
  expect(second).toContain('отозвано')
  expect(count(anna, `Обращение № ${number} отозвано.`)).toBe(1)
  expect(anna.screen()).toContain('Статус: отозвано')
  expect(cardOf(shop, number)).toContain('отозвано')
})

test('“not solved” reopens a resolved ticket, “solved” closes it, each once, whatever is tapped twice', async () => {
  const { shop, anna, number, resolve } = await openStory()
  await resolve()
  expect(buttonTexts(anna)).toEqual(['Вопрос решён', 'Ещё не решён'])
  const [, again] = await tapTwice(shop, anna, 'Ещё не решён')
  expect(again).toContain('в работе')
  expect(anna.screen()).toContain(`Вопрос по обращению № ${number} ещё не решён. Напишите, что осталось.`)
  expect(count(anna, `Обращение № ${number} снова в работе.`)).toBe(1)
  expect(cardOf(shop, number)).toContain('в работе')
  await resolve()
  const [, twice] = await tapTwice(shop, anna, 'Вопрос решён')
  expect(twice).toContain('закрыто')
  expect(count(anna, `Обращение № ${number} закрыто.`)).toBe(1)
  expect(cardOf(shop, number)).toContain('закрыто')
})

test('a message to a resolved ticket reopens it within the window', async () => {
  const { shop, anna, number, resolve } = await openStory()
  await resolve()
  await afterwards(shop, () => anna.sendText('Нет, всё ещё не привезли'))
  expect(lastSaid(shop, anna)).toBe(`Обращение № ${number} снова в работе.`)
  expect(inTopic(shop, number).map(wordsOf)).toContain('Нет, всё ещё не привезли')
})

test('a reply to a closed ticket is offered a new one that names the old', async () => {
  const { shop, anna, number, resolve } = await openStory()
  await resolve()
  await afterwards(shop, () => anna.tap('Вопрос решён'))
  const closed = anna.messages().findLast(({ text }) => text?.includes(`№ ${number} закрыто`))
  await afterwards(shop, () =>
    anna.sendText('Опять не привезли, та же история', { replyTo: closed?.message_id ?? 0 }),
  )
  expect(shown(anna)).toContain(`Обращение № ${number} завершено`)
  await afterwards(shop, () => anna.tap('Новое обращение'))
  expect(shown(anna)).toMatch(/Сохранили ваш текст как описание/)
  await walk(shop, anna, 'category', 'description')
  await walk(shop, anna, 'photos', 'review')
  const next = await sendForm(shop, anna)
  expect(cardOf(shop, next)).toContain(`Продолжение обращения № ${number}`)
  expect(cardOf(shop, next)).toContain('Опять не привезли')
  expect(inTopic(shop, number).map(wordsOf).join()).not.toContain('Опять не привезли')
})

test('“New ticket about this” begins a form that names the closed one', async () => {
  const { shop, anna, number, resolve } = await openStory()
  await resolve()
  await afterwards(shop, () => anna.tap('Вопрос решён'))
  await afterwards(shop, () => anna.tap('Новое обращение об этом'))
  await walk(shop, anna, 'category', 'review')
  expect(cardOf(shop, await sendForm(shop, anna))).toContain(`Продолжение обращения № ${number}`)
})

test('an edit of a closed ticket’s description is answered: it reaches nobody any more', async () => {
  const { shop, anna, resolve } = await openStory()
  await resolve()
  await afterwards(shop, () => anna.tap('Вопрос решён'))
  const description = anna.messages().find(({ text }) => text?.startsWith('Заказ обещали'))
  await afterwards(shop, () => anna.editText(description?.message_id ?? 0, 'Поздно'))
  expect(lastSaid(shop, anna)).toContain('Это исправление уже не учесть')
})

test.each([
  ['ru', 'Дополнить', LATE],
  ['en', 'Add something', { category: 'Delivery', problem: 'The order is late' }],
] as const)(
  'in %s: “add” asks for the words and puts them into this very ticket, though another is open',
  async (...row) => {
    const [language, add, words] = row
    const shop = await openShop({ language })
    const anna = shop.customer()
    const first = await fileShort(shop, anna, words)
    await fileShort(shop, anna, words)
    await afterwards(shop, () => anna.sendText(`/status ${first}`))
    await afterwards(shop, () => anna.tap(add))
    const question = anna.messages().findLast((message) => wordsOf(message).includes(first))
    await afterwards(shop, () =>
      anna.sendText('Курьер звонил в шесть.', { replyTo: question?.message_id ?? 0 }),
    )
    expect(inTopic(shop, first).map(wordsOf).join()).toContain('Курьер звонил в шесть.')
  },
)
