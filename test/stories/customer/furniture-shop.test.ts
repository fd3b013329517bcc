import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  createClockFrom,
  fileShort,
  lastSaid,
  sendForm,
  shown,
  walk,
} from '../../support/customer-story.ts'
import { openShop, type ShopOptions } from '../../support/open-shop.ts'

const CATALOG_FILE = fileURLToPath(new URL('../../support/catalogs/furniture.yaml', import.meta.url))
/** Moscow: a Friday noon, a Friday night. */
const OPEN = '2026-11-27T12:00:00+03:00'
const CLOSED = '2026-11-27T23:00:00+03:00'

function aFurnitureShop(now: string, options: ShopOptions = {}) {
  return openShop({ ...options, clock: createClockFrom(now), env: { CATALOG_FILE } })
}

test('one edited file makes it a furniture shop: its categories, its order numbers, its answers', async () => {
  const shop = await aFurnitureShop(OPEN)
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendText('/new'))
  await afterwards(shop, () => anna.tap(/Согласен/))
  await afterwards(shop, () => anna.tap('Сборка'))
  await afterwards(shop, () => anna.tap('Нет инструкции'))
  expect(shown(anna)).toContain('Инструкции ко всей мебели')
  const screen = anna.messages().at(-1)
  expect(screen?.reply_markup?.inline_keyboard[0]?.[0]).toMatchObject({
    text: 'Подробнее',
    url: 'https://furniture.example/manuals',
  })
  await afterwards(shop, () => anna.tap('Нужна помощь'))
  expect(shown(anna)).toContain('MB12345')
  // Typed with Russian letters, in small ones, with a space.
  await afterwards(shop, () => anna.sendText('мв 12345'))
  await afterwards(shop, () => anna.tap('Да, MB12345'))
  await walk(shop, anna, 'description', 'review')
  expect(shown(anna)).toContain('Заказ: MB12345')
  await sendForm(shop, anna)
})

test('contacts tell what each is for, and who is there now; a link opens, a number can be called', async () => {
  const shop = await aFurnitureShop(OPEN)
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendText('/start'))
  await afterwards(shop, () => anna.tap('Другие способы связи'))
  expect(shown(anna)).toMatch(
    /Телефон салона.*на сегодня\..*\+7 495 000-00-00.*пн–пт 10:00–19:00; сб 11:00–16:00/s,
  )
  expect(shown(anna)).toContain('Сейчас открыто, до 27 ноября, 19:00 (МСК).')
  expect(buttonTexts(anna)).toEqual(['Чат на сайте', 'В меню'])
})

test('after hours the contacts tell when somebody is back, in English too', async () => {
  const shop = await aFurnitureShop(CLOSED)
  const john = shop.customer('John', 'en')
  await afterwards(shop, () => john.sendText('/contacts'))
  expect(shown(john)).toMatch(/Showroom phone.*Mon–Fri 10:00–19:00; Sat 11:00–16:00/s)
  expect(shown(john)).toContain('Closed now, opens 28 November, 11:00 (Moscow time).')
})

test('a ticket filed after hours is confirmed with the moment the agents are back, in working hours without', async () => {
  const other = { category: 'Другое', problem: 'Другое' }
  const night = await aFurnitureShop(CLOSED)
  const anna = night.customer()
  await fileShort(night, anna, other)
  expect(lastSaid(night, anna)).toContain(
    'Сейчас нерабочее время, сотрудники вернутся 28 ноября, 11:00 (МСК).',
  )
  const day = await aFurnitureShop(OPEN)
  const boris = day.customer('Борис')
  await fileShort(day, boris, other)
  expect(lastSaid(day, boris)).not.toContain('нерабочее')
})

test('a shop that names no contacts has no button for them, and the command says so', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendText('/start'))
  expect(buttonTexts(anna)).not.toContain('Другие способы связи')
  await afterwards(shop, () => anna.sendText('/contacts'))
  expect(lastSaid(shop, anna)).toContain('Других способов связи магазин не указал')
})
