import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import {
  afterwards,
  buttonTexts,
  fileShort,
  inTopic,
  lastSaid,
  shown,
  tapTwice,
  wordsOf,
} from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const LATE = { category: 'Доставка', problem: 'Заказ не привезли вовремя' }

async function aClosedTicket() {
  const shop = await openShop()
  const anna = shop.customer()
  const oleg = shop.agent()
  const number = await fileShort(shop, anna, LATE)
  const topic = inTopic(shop, number)[0]?.message_thread_id ?? -1
  await afterwards(shop, () => shop.group.as(oleg).sendText('/take', { topic }))
  await afterwards(shop, () => shop.group.as(oleg).sendText('/resolve', { topic }))
  await afterwards(shop, () => anna.tap('Вопрос решён'))
  return { shop, anna, number }
}

const toStaff = (shop: Shop, number: string) => inTopic(shop, number).map(wordsOf)

/** The message that holds the question, or the thanks. */
function rated(person: Person) {
  const message = person.messages().findLast((one) => /оценк|Оцените/.test(wordsOf(one)))
  if (message === undefined) throw new Error(`Nobody asks for a rating in\n${person.screen()}`)
  return message
}

test('a closed ticket is rated with one tap, in words that tell the good end from the bad one', async () => {
  const { shop, anna, number } = await aClosedTicket()
  expect(wordsOf(rated(anna))).toContain('Оцените, пожалуйста, как мы помогли.')
  expect(buttonTexts(anna, rated(anna).message_id)).toEqual([
    ...['5, отлично', '4, хорошо', '3, нормально', '2, плохо', '1, ужасно'],
    'Новое обращение об этом',
  ])
  await tapTwice(shop, anna, '5, отлично')
  expect(wordsOf(rated(anna))).toContain('Спасибо за оценку: 5 из 5.')
  // The group's actions are scarce: a good score alone is no news.
  expect(toStaff(shop, number).join()).not.toContain('5 из 5')
})

test('words in reply to the thanks reach the agents, and nothing new is filed', async () => {
  const { shop, anna, number } = await aClosedTicket()
  await afterwards(shop, () => anna.tap('4, хорошо'))
  await afterwards(shop, () =>
    anna.sendText('Быстро, но <b>курьер</b> молчал', { replyTo: rated(anna).message_id }),
  )
  expect(lastSaid(shop, anna)).toBe('Спасибо, передали сотрудникам.')
  expect(toStaff(shop, number)).toContain(
    `Отзыв клиента по обращению № ${number}, 4 из 5:\nБыстро, но <b>курьер</b> молчал`,
  )
  expect(shop.group.topics()).toHaveLength(1)
})

test('a low score is told to the agents once, and the customer may go on in a new ticket', async () => {
  const { shop, anna, number } = await aClosedTicket()
  await tapTwice(shop, anna, '1, ужасно')
  expect(toStaff(shop, number).filter((words) => words.includes('1 из 5'))).toEqual([
    `Клиент оценил помощь по обращению № ${number}: 1 из 5.`,
  ])
  expect(shown(anna)).toContain('продолжим в новом обращении')
  await afterwards(shop, () => anna.tap('Новое обращение об этом'))
  expect(shown(anna)).toContain('С чем связан вопрос?')
})

test('nobody rates a ticket that is not theirs, or not closed', async () => {
  const { shop, anna, number } = await aClosedTicket()
  const data = rated(anna).reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? ''
  const eve = shop.customer('Ева')
  await fileShort(shop, eve, LATE)
  const forged = await afterwards(shop, () => eve.tapData(eve.messages().at(-1)?.message_id ?? 0, data))
  expect((await forged.answer()).text).toBe('Такого обращения у вас нет')
  const open = eve.messages().at(-1)?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? ''
  const early = await afterwards(shop, () =>
    eve.tapData(eve.messages().at(-1)?.message_id ?? 0, `r:${open.split(':')[1]}:5`),
  )
  expect((await early.answer()).text).toContain('новое')
  expect(toStaff(shop, number).join()).not.toContain('из 5')
})

test('in English, too', async () => {
  const shop = await openShop({ language: 'en' })
  const john = shop.customer('John')
  const oleg = shop.agent()
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Other', 'Something else']) await afterwards(shop, () => john.tap(tap))
  await afterwards(shop, () => john.tap(/have it/))
  await afterwards(shop, () => john.sendText('The site shows me the wrong city.'))
  for (const tap of [/Skip/, 'Send']) await afterwards(shop, () => john.tap(tap))
  const number = /№ (\d{3}-\d{3})/.exec(lastSaid(shop, john))?.[1] ?? ''
  const topic = inTopic(shop, number)[0]?.message_thread_id ?? -1
  await afterwards(shop, () => shop.group.as(oleg).sendText('/resolve', { topic }))
  await afterwards(shop, () => john.tap('It is solved'))
  await afterwards(shop, () => john.tap('2, poor'))
  expect(shown(john)).toContain('Thank you for being frank: 2 out of 5.')
  expect(toStaff(shop, number)).toContain(`The customer rates the help with ticket № ${number}: 2 of 5.`)
})
