import { expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  walk,
  wordsOf,
} from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { createShiftingClock } from '../../support/shifting-clock.ts'

const HOUR_MS = 3_600_000

/** Anna has filed a ticket, and nine more that she has withdrawn since. */
async function openStory() {
  const clock = createShiftingClock()
  const shop = await openShop({ clock })
  const anna = shop.customer('Анна')
  const { number } = await fileTicket(shop, anna)
  await fileNineMore(shop)
  return { clock, shop, anna, number }
}

async function fileNineMore(shop: Shop): Promise<void> {
  const [row] = await queryTestDatabase(shop.location, 'SELECT * FROM tickets')
  const columns = Object.keys(row ?? {}).filter((column) => !['id', 'number', 'status'].includes(column))
  const same = columns.map((column) => `"${column}"`).join(', ')
  for (let count = 1; count <= 9; count += 1) {
    await queryTestDatabase(
      shop.location,
      `INSERT INTO tickets (id, number, status, ${same}) SELECT 'copy-${count}', '90000${count}', 'cancelled', ${same} FROM tickets WHERE id NOT LIKE 'copy%'`,
    )
  }
}

test('the eleventh ticket within an hour waits: the draft stays, and goes an hour later', async () => {
  const { clock, shop, anna } = await openStory()
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'review')
  const review = shown(anna)
  await afterwards(shop, () => anna.tap('Отправить'))
  expect(lastSaid(shop, anna)).toMatch(/За последний час от вас уже 10 обращений.*черновик сохранён/)
  expect(shop.group.topics()).toHaveLength(1)
  await afterwards(shop, () => anna.sendText('/start'))
  expect(lastSaid(shop, anna)).toContain('У вас есть начатое обращение')
  clock.leap(HOUR_MS)
  await afterwards(shop, () => anna.tap('Продолжить'))
  expect(shown(anna)).toContain(review)
  await sendForm(shop, anna)
  expect(shop.group.topics()).toHaveLength(2)
})

test('what was written may go into the open ticket instead: the words, the order number and the photos', async () => {
  const { shop, anna, number } = await openStory()
  await afterwards(shop, () => anna.sendText('/new'))
  await walk(shop, anna, 'category', 'photos')
  await afterwards(shop, () => anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo', caption: 'Коробка' }]))
  await walk(shop, anna, 'photos', 'review')
  await afterwards(shop, () => anna.tap('Отправить'))
  expect(buttonTexts(anna)).toContain(`Добавить к № ${number}`)
  const before = inTopic(shop, number).length
  await afterwards(shop, () => anna.tap(`Добавить к № ${number}`))
  expect(anna.screen()).toContain(`Добавили к обращению № ${number}`)
  const added = inTopic(shop, number).slice(before)
  expect(added.map(wordsOf)).toEqual([
    '12345678-0001',
    'Заказ обещали привезти вчера, курьер не позвонил.',
    '',
    'Коробка',
  ])
  const tap = await afterwards(shop, () => anna.tapData(anna.lastMessage()?.message_id ?? 0, 'a:gone:gone'))
  expect((await tap.answer()).text).toBe('Эта форма уже закрыта')
  await afterwards(shop, () => anna.sendText('/cancel'))
  expect(lastSaid(shop, anna)).toContain('Отменять нечего')
})
