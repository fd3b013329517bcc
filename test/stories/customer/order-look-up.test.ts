import type { ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { type AskedShop, answerJson, openAskedShop, type Question } from '../../support/a-shop.ts'
import {
  afterwards,
  buttonTexts,
  createShiftedClock,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { openShop, type Shop, type ShopOptions } from '../../support/open-shop.ts'

vi.setConfig({ testTimeout: 120_000 })

const ORDER = '12345678-0001'
const KNOWN = {
  found: true,
  belongs: true,
  date: '2026-11-12',
  items: ['Кружка', 'Чайник'],
  status: 'В пути',
}

const answering = (asked: AskedShop): ShopOptions => ({
  env: { ORDER_LOOKUP_URL: asked.url, LINK_SECRET: asked.secret },
})

const cardOf = (shop: Shop, number: string) => wordsOf(inTopic(shop, number)[0])

/** As the link from the shop's site does. */
async function isKnownAs(shop: Shop, person: Person, id: string): Promise<void> {
  await afterwards(shop, () => person.sendText('/start'))
  await queryTestDatabase(
    shop.location,
    `UPDATE customers SET "shopCustomerId" = '${id}' WHERE "telegramId" = ${person.id}`,
  )
}

async function walkToReviewInEnglish(shop: Shop, john: Person): Promise<void> {
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Delivery', /late/]) await afterwards(shop, () => john.tap(tap))
  for (const text of [ORDER, 'The courier never came, it was due yesterday.'])
    await afterwards(shop, () => john.sendText(text))
  await afterwards(shop, () => john.tap('Skip'))
}

test('what the shop knows of the order stands on the card, and the customer reads nothing of it', async () => {
  const asked = await openAskedShop((response) => answerJson(response, KNOWN))
  const shop = await openShop(answering(asked))
  const anna = shop.customer()
  await isKnownAs(shop, anna, 'c-42')
  await walkTo(shop, anna, 'review')
  const number = await sendForm(shop, anna)
  expect(cardOf(shop, number)).toMatch(/В магазине.*от 12 ноября 2026\sг\. · В пути/)
  expect(cardOf(shop, number)).toMatch(/Товары.*Кружка; Чайник/)
  expect(anna.screen()).not.toMatch(/Кружка|12 ноября|В пути/)
  expect(asked.questions).toEqual([{ order: ORDER, customer: 'c-42' }])
})

test('a plain card and a group that reads English say the same', async () => {
  const asked = await openAskedShop((response) => answerJson(response, KNOWN))
  const shop = await openShop({ ...answering(asked), language: 'en', ticketCard: 'plain' })
  const john = shop.customer('John', 'en')
  await walkToReviewInEnglish(shop, john)
  const card = cardOf(shop, await sendForm(shop, john))
  expect(card).toContain('The shop says: placed on 12 November 2026 · В пути')
  expect(card).toContain('Items: Кружка; Чайник')
})

test('an order the shop does not know is doubted at the review, and may be sent', async () => {
  const asked = await openAskedShop((response) => answerJson(response, { found: false }))
  const shop = await openShop(answering(asked))
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  expect(shown(anna)).toMatch(/Прежде чем отправить.*Магазин не нашёл заказ 12345678-0001: проверьте номер/s)
  expect(cardOf(shop, await sendForm(shop, anna))).toContain('такого заказа нет')
})

test('to a customer somebody else’s order is one the shop does not find; the agents read whose it is not', async () => {
  const theirs = { ...KNOWN, belongs: false, items: ['Canary'] }
  const asked = await openAskedShop((response) => answerJson(response, theirs))
  const shop = await openShop({ ...answering(asked), language: 'en' })
  const john = shop.customer('John', 'en')
  await isKnownAs(shop, john, 'c-1')
  await walkToReviewInEnglish(shop, john)
  expect(shown(john)).toContain('The shop did not find order 12345678-0001: check the number.')
  const number = await sendForm(shop, john)
  expect(cardOf(shop, number)).toContain('the order belongs to another customer')
  expect(`${john.screen()}${shop.group.screen()}`).not.toContain('Canary')
})

test('a number that is corrected is asked about anew, and the doubt goes', async () => {
  const asked = await openAskedShop((response, { order }) =>
    answerJson(response, order === ORDER ? { found: false } : KNOWN),
  )
  const shop = await openShop(answering(asked))
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  await afterwards(shop, () => anna.tap('Номер заказа'))
  await afterwards(shop, () => anna.sendText('12345678-0002'))
  expect(shown(anna)).toContain('Проверьте, всё ли верно')
  expect(shown(anna)).not.toContain('Магазин не нашёл')
  expect(asked.questions.map(({ order }) => order)).toEqual([ORDER, '12345678-0002'])
})

/** A shop that answers when it is told to. */
async function openSlowShop() {
  const waiting: { response: ServerResponse; question: Question }[] = []
  const asked = await openAskedShop((response, question) => void waiting.push({ response, question }))
  return {
    asked,
    answer: (what: unknown) => {
      for (const { response } of waiting.splice(0)) answerJson(response, what)
    },
  }
}

/** The steps up to the review, without waiting for the shop. */
async function hurryToReview({ sim }: Shop, anna: Person): Promise<void> {
  const until = (words: string) => sim.waitFor(() => shown(anna).includes(words), { what: words })
  anna.sendText(ORDER)
  await until('Что случилось?')
  anna.sendText('Заказ обещали привезти вчера, курьер не позвонил.')
  await until('Фото и чеки')
  anna.tap('Пропустить')
  await until('Проверьте, всё ли верно')
}

test('an answer that comes while the review is on the screen changes it in place', async () => {
  const { asked, answer } = await openSlowShop()
  const shop = await openShop(answering(asked))
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await hurryToReview(shop, anna)
  const messages = anna.messages().length
  answer({ found: false })
  await shop.settled()
  expect(shown(anna)).toContain('Магазин не нашёл заказ')
  expect(anna.messages()).toHaveLength(messages)
})

test('an answer that comes after the ticket was sent changes its card', async () => {
  const { asked, answer } = await openSlowShop()
  const shop = await openShop(answering(asked))
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await hurryToReview(shop, anna)
  anna.tap('Отправить')
  await shop.sim.waitFor(() => /№ \d{3}-\d{3}/.test(lastSaid(shop, anna)), { what: 'the confirmation' })
  answer(KNOWN)
  await shop.settled()
  const number = /№ (\d{3}-\d{3})/.exec(lastSaid(shop, anna))?.[1] ?? ''
  expect(cardOf(shop, number)).toContain('Кружка; Чайник')
})

test('while the shop is down the form goes on at full speed and the ticket is filed', async () => {
  const asked = await openAskedShop((response) => response.socket?.destroy())
  const shop = await openShop(answering(asked))
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await hurryToReview(shop, anna)
  expect(buttonTexts(anna)).toContain('Отправить')
  const number = await sendForm(shop, anna)
  expect(cardOf(shop, number)).toContain(ORDER)
  expect(cardOf(shop, number)).not.toContain('В магазине')
})

test('an answer is good for ten minutes: the second ticket asks nothing', async () => {
  const time = createShiftedClock()
  const clock = { now: () => new Date(time.now()), setTimer: time.setTimer }
  const asked = await openAskedShop((response) => answerJson(response, KNOWN), time.now)
  const shop = await openShop({ ...answering(asked), clock })
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  await sendForm(shop, anna)
  const again = async () => {
    await afterwards(shop, () => anna.sendText('/new'))
    await walk(shop, anna, 'category', 'review')
    return sendForm(shop, anna)
  }
  expect(cardOf(shop, await again())).toContain('Кружка; Чайник')
  expect(asked.questions).toHaveLength(1)
  time.skip(11 * 60_000)
  await again()
  expect(asked.questions).toHaveLength(2)
})

test('without ORDER_LOOKUP_URL nobody is asked', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  expect(cardOf(shop, await sendForm(shop, anna))).not.toContain('В магазине')
})
