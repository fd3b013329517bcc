import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import {
  afterwards,
  buttonTexts,
  inTopic,
  sendForm,
  shown,
  tapTwice,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { captionsIn, filesIn, photosIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { botReaction } from '../../support/work-story.ts'

const photos = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ kind: 'photo' as const, caption: `кадр ${index + 1}` }))

test('five photos in an album that arrives in any order come to the staff in the album’s own order, the form counts them once, below', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  const before = shop.sim.calls.length
  await afterwards(shop, () => anna.sendAlbum(photos(5), { order: [3, 0, 4, 2, 1] }))
  expect(shown(anna)).toContain('Приложено 5 файлов из 5')
  const calls = shop.sim.calls.slice(before).filter(({ method }) => /^(send|edit)/.test(method))
  expect(calls.map(({ method }) => method)).toEqual(['sendMessage', 'editMessageReplyMarkup'])
  expect(wordsOf(anna.messages().at(-1))).toContain('Приложено 5 файлов из 5')
  await walk(shop, anna, 'photos', 'review')
  const shownToStaff = inTopic(shop, await sendForm(shop, anna))
  expect(captionsIn(shownToStaff)).toEqual(photos(5).map(({ caption }) => caption))
  expect(shownToStaff).toHaveLength(1)
})

/** The bot's messages that have buttons of the form, by their first lines. */
const forms = (anna: Person) =>
  anna
    .messages()
    .filter((message) =>
      (message.reply_markup?.inline_keyboard.flat() ?? []).some(({ text }) => text === 'Отменить'),
    )
    .map((message) => wordsOf(message).split('\n')[0])

test('who taps above before the form has come down below the photos gets the next step, and one form only', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  anna.sendPhoto({})
  await afterwards(shop, () => anna.tap('Пропустить'))
  expect(shown(anna)).toContain('Файлы: 1')
  expect(forms(anna)).toEqual(['Проверьте, всё ли верно'])
  anna.sendPhoto({})
  const number = await sendForm(shop, anna)
  expect(photosIn(inTopic(shop, number))).toBe(2)
  expect(forms(anna)).toEqual([])
  expect(wordsOf(anna.messages().at(-1))).toContain(`№ ${number} принято`)
})

test('who cancels before the form has come down below the photos sees no form any more', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  anna.sendPhoto({})
  await afterwards(shop, () => anna.tap('Отменить'))
  expect(forms(anna)).toEqual([])
  expect(anna.screen()).toContain('Отменено, ничего не отправлено')
})

test('single photos, an image sent as a file and a PDF receipt count as files of the ticket', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  anna.sendPhoto({})
  anna.sendDocument({ fileName: 'screen.png', mimeType: 'image/png' })
  await afterwards(shop, () => anna.sendDocument({ fileName: 'receipt.pdf', mimeType: 'application/pdf' }))
  expect(shown(anna)).toContain('Приложено 3 файла из 5')
  await walk(shop, anna, 'photos', 'review')
  const staff = inTopic(shop, await sendForm(shop, anna))
  expect(filesIn(staff)).toEqual(['screen.png', 'receipt.pdf'])
  expect(photosIn(staff)).toBe(1)
})

test('another kind of file is kept and arrives in the topic', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await afterwards(shop, () => anna.sendDocument({ fileName: 'list.zip', mimeType: 'application/zip' }))
  expect(anna.screen()).toContain('Сохранили и приложим к обращению')
  await walk(shop, anna, 'photos', 'review')
  const staff = inTopic(shop, await sendForm(shop, anna))
  expect(staff.flatMap(({ document }) => document?.file_name ?? [])).toEqual(['list.zip'])
})

test('a sixth photo is refused with the reason, and the five stay', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await afterwards(shop, () => anna.sendAlbum(photos(5)))
  await afterwards(shop, () => anna.sendPhoto({}))
  expect(anna.screen()).toMatch(/не больше 5 файлов.*Остальное можно прислать сюда после отправки/s)
  expect(shown(anna)).toContain('Приложено 5 файлов из 5')
})

test('the caption of a photo that is refused is kept, and it is said', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  anna.sendAlbum(photos(5))
  await afterwards(shop, () => anna.sendPhoto({ caption: 'Здесь видно трещину' }))
  expect(anna.screen()).toContain('подпись сохранили')
  await walk(shop, anna, 'photos', 'review')
  expect(shown(anna)).toContain('Здесь видно трещину')
})

test('of an album of seven the first five stay, whatever the order they arrive in, and it is said once', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await afterwards(shop, () => anna.sendAlbum(photos(7), { order: [6, 5, 3, 0, 4, 2, 1] }))
  expect(anna.messages().filter((message) => wordsOf(message).includes('не больше 5 файлов'))).toHaveLength(1)
  await walk(shop, anna, 'photos', 'review')
  const staff = inTopic(shop, await sendForm(shop, anna))
  expect(captionsIn(staff)).toEqual(photos(5).map(({ caption }) => caption))
})

test('“Remove the last file” takes one away, also when tapped twice', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await afterwards(shop, () => anna.sendAlbum(photos(3)))
  await tapTwice(shop, anna, 'Убрать последний файл')
  expect(shown(anna)).toContain('Приложено 2 файла из 5')
  await afterwards(shop, () => anna.tap('Убрать последний файл'))
  await afterwards(shop, () => anna.tap('Убрать последний файл'))
  expect(buttonTexts(anna)).toEqual(['Пропустить', 'Отменить'])
})

test('a part of an album that arrives after “Done” is still taken, and one after “Send” goes to the ticket', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  const [first, second, third] = anna.prepareAlbum(photos(3))
  await afterwards(shop, () => first?.deliver())
  await afterwards(shop, () => anna.tap('Готово'))
  expect(shown(anna)).toContain('Файлы: 1')
  await afterwards(shop, () => second?.deliver())
  expect(shown(anna)).toContain('Файлы: 2')
  const number = await sendForm(shop, anna)
  await afterwards(shop, () => third?.deliver())
  expect(botReaction(shop, anna.id, third?.message.message_id ?? 0)).toBe('👌')
  expect(captionsIn(inTopic(shop, number))).toEqual(['кадр 1', 'кадр 2', 'кадр 3'])
})

test('photos sent before they are asked for are kept, once told, and their caption is the description', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  await afterwards(shop, () =>
    anna.sendAlbum([{ kind: 'photo', caption: 'Коробка порвана, вещи мокрые' }, { kind: 'photo' }]),
  )
  expect(anna.screen()).toMatch(/Сохранили 2 файла|Сохранили 1 файл/)
  await walk(shop, anna, 'category', 'description')
  expect(shown(anna)).toContain('Приложено 2 файла из 5')
  await walk(shop, anna, 'photos', 'review')
  const shownToStaff = inTopic(shop, await sendForm(shop, anna))
  expect(wordsOf(shownToStaff[0])).toContain('Коробка порвана, вещи мокрые')
  expect(photosIn(shownToStaff)).toBe(2)
})
