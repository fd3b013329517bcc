import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { samplePng } from '../../../src/simulator/state/sample-files.ts'
import {
  afterwards,
  buttonTexts,
  fileShort,
  lastSaid,
  sendForm,
  shown,
  tapTwice,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { createShiftingClock, DAY_MS, type ShiftingClock } from '../../support/shifting-clock.ts'
import { openStaffStory } from '../../support/staff-story.ts'

const HOUR_MS = 3_600_000
const NOON = '2026-11-24T12:00:00+03:00'

async function sweepAfter(shop: Shop, clock: ShiftingClock, ms: number): Promise<void> {
  clock.leap(ms)
  await shop.desk().sweep()
  await shop.settled()
}

const archives = (person: Person) =>
  person.messages().flatMap(({ document }) => (document?.file_name?.endsWith('.zip') ? [document] : []))

/** What the customer finds in the newest archive. */
function unpacked(shop: Shop, person: Person): Record<string, Uint8Array> {
  const file = shop.sim.world.files.find(archives(person).at(-1)?.file_id ?? '')
  if (file === undefined) throw new Error(`No archive in\n${person.screen()}`)
  return unzipSync(file.bytes)
}

const textOf = (files: Record<string, Uint8Array>, name: string) => strFromU8(files[name] ?? new Uint8Array())

async function planDeletion(shop: Shop, person: Person): Promise<void> {
  await afterwards(shop, () => person.sendText('/privacy'))
  await afterwards(shop, () => person.tap(/Удалить мои данные|Delete my data/))
  await afterwards(shop, () => person.tap(/Да, удалить|Yes, delete/))
}

test('/privacy and the button in the help say what is kept, for how long, and what can be done', async () => {
  const shop = await openShop({ env: { RETENTION_DAYS: '90' } })
  const [anna, john] = [shop.customer('Анна', 'ru'), shop.customer('John', 'en')]
  await afterwards(shop, () => anna.sendText('/help'))
  await afterwards(shop, () => anna.tap('Мои данные'))
  expect(shown(anna)).toContain('удаляем через 90 дней после его завершения')
  expect(shown(anna)).toContain('только сотрудники поддержки')
  expect(buttonTexts(anna)).toEqual(['Скачать мои данные', 'Удалить мои данные', 'В меню'])
  await afterwards(shop, () => john.sendText('/privacy'))
  expect(shown(john)).toContain('deleted 90 days after its end')
  expect(buttonTexts(john)).toEqual(['Download my data', 'Delete my data', 'To the menu'])
})

test('the export holds all that a customer may see, and nothing that the agents keep to themselves', async () => {
  const story = await openStaffStory({ photos: 2 })
  const { shop, anna, oleg, write, number } = story
  const receipt = samplePng()
  anna.sendDocument({ bytes: receipt, fileName: 'чек<b>.png', caption: 'Вот чек <script>' })
  await shop.settled()
  for (const words of ['/name Мария', 'Ищем посылку', '// заметка для своих'])
    await afterwards(shop, () => write(words))
  await afterwards(shop, () => anna.sendText('/privacy'))
  const [first, again] = await tapTwice(shop, anna, 'Скачать мои данные')
  expect([first, again]).toEqual(['Готовим файл', 'Файл уже отправляли недавно'])
  expect(archives(anna).map(({ file_name }) => file_name)).toEqual([
    expect.stringMatching(/^moi-dannye-\d{4}-\d\d-\d\d\.zip$/),
  ])
  const files = unpacked(shop, anna)
  const data = textOf(files, 'data.json')
  const page = textOf(files, 'index.html')
  const told = JSON.parse(data)
  expect(told.profile).toMatchObject({ firstName: 'Анна', telegramId: anna.id })
  expect(told.tickets).toMatchObject([
    {
      number,
      description: 'Заказ обещали привезти вчера, курьер не позвонил.',
      files: [{ state: 'there' }, { state: 'there' }],
      messages: [
        { from: 'customer', text: 'Вот чек <script>', file: { state: 'there' } },
        { from: 'agent', name: 'Мария', text: 'Ищем посылку' },
      ],
    },
  ])
  expect(Buffer.from(files[told.tickets[0].messages[0].file.path] ?? [])).toEqual(Buffer.from(receipt))
  for (const { path } of told.tickets[0].files) expect(files[path]?.length).toBeGreaterThan(0)
  for (const text of [data, page]) {
    expect(text).toContain('Ищем посылку')
    expect(text).not.toContain('заметка для своих')
    expect(text).not.toContain(String(oleg.id))
    expect(text).not.toContain('Олег')
  }
  expect(page).toContain('Вот чек &lt;script&gt;')
  expect(page).not.toContain('<script>')
})

test('a second export waits for an hour, and is told until when', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const john = shop.customer('John', 'en')
  for (const hours of [0, 0.5]) {
    clock.leap(hours * HOUR_MS)
    await afterwards(shop, () => john.sendText('/privacy'))
    await afterwards(shop, () => john.tap('Download my data'))
  }
  expect(shown(john)).toMatch(/next one can be ordered after 24 November, 13:0\d/)
  expect(archives(john)).toHaveLength(1)
  expect(textOf(unpacked(shop, john), 'index.html')).toContain('There are no tickets.')
  clock.leap(HOUR_MS)
  await afterwards(shop, () => john.sendText('/privacy'))
  await afterwards(shop, () => john.tap('Download my data'))
  expect(archives(john)).toHaveLength(2)
})

test('a file that is gone is named with the reason, and the export comes all the same', async () => {
  const { shop, anna } = await openStaffStory({ photos: 1, mayBeRefused: true })
  const find = shop.sim.world.files.find
  shop.sim.world.files.find = () => undefined
  await afterwards(shop, () => anna.sendText('/privacy'))
  await afterwards(shop, () => anna.tap('Скачать мои данные'))
  shop.sim.world.files.find = find
  expect(textOf(unpacked(shop, anna), 'index.html')).toContain('не вошёл: файла больше нет в Telegram')
  expect(anna.messages().at(-1)?.caption).toContain('Не вошёл 1 файл')
})

test('a deletion is asked twice, waits for a week, is shown, and can be taken back', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const anna = shop.customer()
  await fileShort(shop, anna, { category: 'Другое', problem: 'Другое' })
  await afterwards(shop, () => anna.sendText('/privacy'))
  await afterwards(shop, () => anna.tap('Удалить мои данные'))
  expect(shown(anna)).toContain('У вас 1 незавершённое обращение. Оно будет отозвано')
  await afterwards(shop, () => anna.tap('Да, удалить'))
  expect(shown(anna)).toMatch(/Удалим ваши данные 1 декабря, 12:0\d/)
  await sweepAfter(shop, clock, 6 * DAY_MS)
  for (const command of ['/start', '/privacy']) {
    await afterwards(shop, () => anna.sendText(command))
    expect(shown(anna)).toMatch(/будут удалены 1 декабря/)
    expect(buttonTexts(anna)).toContain('Оставить мои данные')
  }
  await afterwards(shop, () => anna.tap('Оставить мои данные'))
  expect(shown(anna)).toBe('Хорошо, ничего не удаляем.')
  await sweepAfter(shop, clock, 2 * DAY_MS)
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(shown(anna)).toContain('Всего: 1')
})

test('a new ticket within the week cancels the deletion with a word', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const anna = shop.customer()
  await planDeletion(shop, anna)
  await walkTo(shop, anna, 'review')
  await afterwards(shop, () => anna.tap('Отправить'))
  expect(anna.screen()).toContain('удаление данных отменили')
  await sweepAfter(shop, clock, 8 * DAY_MS)
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(shown(anna)).toContain('Всего: 1')
})

test('when the week is over the tickets are withdrawn, and whoever comes back is somebody new', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const john = shop.customer('John', 'en')
  const anna = shop.customer()
  await fileShort(shop, anna, { category: 'Другое', problem: 'Другое' })
  for (const person of [anna, john]) await planDeletion(shop, person)
  await sweepAfter(shop, clock, 7 * DAY_MS + HOUR_MS)
  expect(lastSaid(shop, anna)).toContain('Ваши данные удалены')
  expect(lastSaid(shop, john)).toContain('Your data has been deleted')
  expect(shop.group.topics()).toMatchObject([{ state: 'deleted' }])
  const [ticket] = await queryTestDatabase(shop.location, 'SELECT * FROM tickets')
  expect(ticket).toMatchObject({ status: 'cancelled', description: '', categoryId: 'other' })
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(shown(anna)).toContain('Обращений пока нет')
  await afterwards(shop, () => anna.sendText('/new'))
  expect(shown(anna)).toContain('Вы согласны на обработку этих данных?')
  await walk(shop, anna, 'consent', 'review')
  await sendForm(shop, anna)
})

test('a forged button is about whoever taps it, and an old one does no harm', async () => {
  const clock = createShiftingClock(NOON)
  const shop = await openShop({ clock })
  const [anna, eve] = [shop.customer('Анна'), shop.customer('Ева')]
  await fileShort(shop, anna, { category: 'Другое', problem: 'Другое' })
  await afterwards(shop, () => eve.sendText('/privacy'))
  const messageId = eve.lastMessage()?.message_id ?? 0
  for (const data of [`pd:delete-yes:${anna.id}`, `pd:export:${anna.id}`, 'pd:', 'pd:nothing'])
    await afterwards(shop, () => eve.tapData(messageId, data))
  expect(archives(anna)).toEqual([])
  expect(textOf(unpacked(shop, eve), 'data.json')).not.toContain('Анна')
  await sweepAfter(shop, clock, 8 * DAY_MS)
  await afterwards(shop, () => anna.sendText('/tickets'))
  expect(shown(anna)).toContain('Всего: 1')
  await afterwards(shop, () => eve.tapData(messageId, 'pd:keep'))
  const old = eve.messages().find(({ message_id }) => message_id === messageId)
  expect(wordsOf(old)).toContain('Удаление не запланировано')
})
