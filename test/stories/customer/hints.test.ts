import { expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  inTopic,
  sendForm,
  shown,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { openShop } from '../../support/open-shop.ts'

test('a second ticket about the same order is noticed at the review, and one tap adds it to the open one', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  expect(shown(anna)).not.toContain('Прежде чем отправить')
  const number = await sendForm(shop, anna)
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'description')
  await afterwards(shop, () => anna.sendText('Звонила, обещали перезвонить и пропали'))
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain(`Об этом заказе уже есть открытое обращение № ${number}`)
  await afterwards(shop, () => anna.tap(`Добавить к № ${number}`))
  expect(anna.screen()).toContain(`Добавили к обращению № ${number}`)
  expect(inTopic(shop, number).map(wordsOf)).toContain('Звонила, обещали перезвонить и пропали')
  expect(shop.group.topics()).toHaveLength(1)
})

test('how the customer wants the answer goes along into the open ticket, and is told on both sides', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  const number = await sendForm(shop, anna)
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'review')
  await afterwards(shop, () => anna.tap('Как ответить'))
  await afterwards(shop, () => anna.tap('Перезвоните мне'))
  await afterwards(shop, () => anna.sendText('+7 900 123-45-67'))
  await afterwards(shop, () => anna.tap(`Добавить к № ${number}`))
  expect(anna.screen()).toMatch(/Добавили к обращению № [\d-]+, сотрудники это увидят\.\n\s*И перезвоним на/)
  expect(wordsOf(inTopic(shop, number)[0])).toContain('+79001234567')
  await afterwards(shop, () => anna.sendText(`/status ${number}`))
  expect(shown(anna)).toContain('Перезвоним на +79001234567')
})

test('it is a hint and no wall: the second ticket may be sent all the same', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'review')
  const first = await sendForm(shop, anna)
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'review')
  expect(buttonTexts(anna)).toContain(`Добавить к № ${first}`)
  expect(await sendForm(shop, anna)).not.toBe(first)
})

test('harsh words get a calm request; once they are gone, so is the request', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'description')
  await afterwards(shop, () => anna.sendText('Где мой заказ, суки? Третий день жду!'))
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('В тексте есть резкие слова')
  await afterwards(shop, () => anna.tap('Описание'))
  await afterwards(shop, () => anna.sendText('Где мой заказ? Третий день жду.'))
  expect(shown(anna)).toMatch(/Проверьте, всё ли верно/)
  expect(shown(anna)).not.toContain('резкие слова')
})

test('facts the catalogue asks for are named, in English too, and can be added at once', async () => {
  const shop = await openShop()
  const john = shop.customer('John', 'en')
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Payment', /no order/i]) await afterwards(shop, () => john.tap(tap))
  await afterwards(shop, () =>
    john.sendText('My card was charged, and there is no order. This is fucking unfair.'),
  )
  await afterwards(shop, () => john.tap('Skip'))
  expect(shown(john)).toMatch(
    /Before you send it.*harsh words.*This would speed things up: the date and the amount\./s,
  )
  await afterwards(shop, () => john.sendText('It was on 3 November, 1500 rub'))
  expect(shown(john)).not.toContain('This would speed things up')
  expect(shown(john)).toContain('harsh words')
  await sendForm(shop, john)
})
