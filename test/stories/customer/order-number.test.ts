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

test('a wrong order number is explained with an example and can be sent again', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  for (const wrong of ['12', 'заказ 77', '<b>&<3', '0000-0000-0000-0000-0000']) {
    await afterwards(shop, () => anna.sendText(wrong))
    expect(shown(anna)).toMatch(/Не похоже на номер заказа.*12345678-0001/)
  }
  await afterwards(shop, () => anna.sendText('  12345678  '))
  expect(shown(anna)).toContain('Что случилось?')
  await walk(shop, anna, 'description', 'review')
  expect(shown(anna)).toContain('Заказ: 12345678')
})

test('a wrong order number may simply be corrected in the chat', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  const typed = await afterwards(shop, () => anna.sendText('1234'))
  await afterwards(shop, () => anna.editText(typed.message_id, '123'))
  expect(anna.screen()).toMatch(/Не похоже на номер заказа/)
  await afterwards(shop, () => anna.editText(typed.message_id, '12345678-0001'))
  expect(shown(anna)).toMatch(/Исправление учли.*Что случилось\?/s)
  await walk(shop, anna, 'description', 'review')
  expect(shown(anna)).toContain('Заказ: 12345678-0001')
})

test('where the shop needs the number, going without it takes a second tap, after reading where to find it', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.tap('У меня нет номера'))
  expect(shown(anna)).toContain('Номер есть в письме о заказе')
  expect(buttonTexts(anna)).toContain('Продолжить без номера')
  await afterwards(shop, () => anna.tap('Продолжить без номера'))
  expect(shown(anna)).toContain('Что случилось?')
})

test('where the number is optional, one tap goes on; where it is of no use, nobody asks', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'problem')
  await afterwards(shop, () => anna.tap('Жалоба на курьера'))
  await afterwards(shop, () => anna.tap('У меня нет номера'))
  expect(shown(anna)).toContain('Что случилось?')
  await afterwards(shop, () => anna.tap('Отменить'))
  await afterwards(shop, () => anna.sendText('/new'))
  await afterwards(shop, () => anna.tap('Оплата'))
  await afterwards(shop, () => anna.tap('Деньги списали, а заказа нет'))
  expect(shown(anna)).toContain('Что случилось?')
})

test('a story told instead of the order number becomes the description, and the number is asked for again', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.sendText('Курьер не приехал'))
  expect(shown(anna)).toMatch(/Сохранили ваш текст как описание.*Номер заказа/s)
  await afterwards(shop, () => anna.sendText('12345678-0001'))
  expect(shown(anna)).toContain('Фото и чеки')
  await walk(shop, anna, 'photos', 'review')
  const number = await sendForm(shop, anna)
  expect(wordsOf(inTopic(shop, number)[0])).toContain('Курьер не приехал')
})

test('a number with typing errors is shown as it was understood, and one tap takes it', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.sendText('№ 1234 5678'))
  expect(shown(anna)).toMatch(/Номер заказа: 12345678\. Всё верно\?/)
  await afterwards(shop, () => anna.tap('Да, 12345678'))
  expect(shown(anna)).toContain('Что случилось?')
  await walk(shop, anna, 'description', 'review')
  expect(shown(anna)).toContain('Заказ: 12345678')
})

test('a link with the number in it is understood, in English too', async () => {
  const shop = await openShop()
  const john = shop.customer('John', 'en')
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Delivery', /late/]) await afterwards(shop, () => john.tap(tap))
  await afterwards(shop, () => john.sendText('https://shop.example/orders/12345678-0001?from=mail'))
  expect(shown(john)).toMatch(/The order number: 12345678-0001\. Is that right\?/)
  await afterwards(shop, () => john.tap('Yes, 12345678-0001'))
  expect(shown(john)).toContain('What happened?')
})

test('where a number may be read in several ways, the customer chooses; a button of an earlier question chooses nothing', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.sendText('12345678 0001'))
  expect(shown(anna)).toContain('Какой из этих номеров верный?')
  const earlier = anna.screen()
  expect(buttonTexts(anna)).toEqual(expect.arrayContaining(['12345678-0001', '123456780001', '12345678']))
  await afterwards(shop, () => anna.sendText('87654321 0002'))
  expect(anna.screen()).not.toBe(earlier)
  expect(buttonTexts(anna)).toEqual(expect.arrayContaining(['87654321-0002', '876543210002', '87654321']))
  expect(buttonTexts(anna)).not.toContain('12345678-0001')
  await afterwards(shop, () => anna.tap('87654321-0002'))
  await walk(shop, anna, 'description', 'review')
  expect(shown(anna)).toContain('Заказ: 87654321-0002')
})

test('a story with a number in it becomes the description, and the number is asked about', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.sendText('Мой заказ 12345678-0001 так никто и не привёз'))
  expect(shown(anna)).toMatch(/Сохранили ваш текст как описание.*Номер заказа: 12345678-0001\. Всё верно\?/s)
  await afterwards(shop, () => anna.tap('Да, 12345678-0001'))
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('так никто и не привёз')
})

test('a customer who wrote about an order before chooses it with one tap', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  await afterwards(shop, () => anna.sendText('12345678-0001'))
  await walk(shop, anna, 'description', 'review')
  await sendForm(shop, anna)
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'order')
  expect(shown(anna)).toContain('Или выберите один из прежних.')
  await afterwards(shop, () => anna.tap('12345678-0001'))
  await walk(shop, anna, 'description', 'review')
  expect(shown(anna)).toContain('Заказ: 12345678-0001')
})
