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
