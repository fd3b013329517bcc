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
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { photosIn } from '../../support/message-words.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { botReaction } from '../../support/work-story.ts'

const LATE = { category: 'Доставка', problem: 'Заказ не привезли вовремя' }
const OTHER = { category: 'Другое', problem: 'Другое' }

const words = (shop: Shop, number: string) => inTopic(shop, number).map(wordsOf)
const confirmation = (person: Person, number: string) =>
  person.messages().find(({ text }) => text?.includes(`№ ${number} принято`))?.message_id ?? 0

test('with one unfinished ticket whatever is written goes there, and it is said', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const number = await fileShort(shop, anna, LATE)
  const added = await afterwards(shop, () => anna.sendText('Курьер позвонил'))
  expect(botReaction(shop, anna.id, added.message_id)).toBe('👌')
  const said = anna.messages().length
  await afterwards(shop, () => anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }]))
  expect(anna.messages().length - said, 'three photos and a reaction').toBe(3)
  expect(words(shop, number)).toContain('Курьер позвонил')
  expect(inTopic(shop, number).filter(({ photo }) => photo !== undefined)).toHaveLength(3)
})

test('with several tickets the bot asks which one, and every message waiting goes there, in order', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const first = await fileShort(shop, anna, LATE)
  const second = await fileShort(shop, anna, OTHER)
  await afterwards(shop, () => anna.sendText('Раз'))
  await afterwards(shop, () => anna.sendText('Два'))
  await afterwards(shop, () => anna.sendPhoto({ caption: 'Три' }))
  const questions = anna
    .messages()
    .filter(({ reply_markup, text }) => reply_markup && text?.includes('К какому'))
  expect(questions, 'one question has buttons').toHaveLength(1)
  expect(buttonTexts(anna).slice(0, 2)).toEqual([
    expect.stringContaining(second),
    expect.stringContaining(first),
  ])
  expect(await tapTwice(shop, anna, new RegExp(first))).toEqual([undefined, 'Это сообщение уже передано'])
  expect(anna.screen()).toContain(`Передали в обращение № ${first}`)
  expect(words(shop, first).slice(-3)).toEqual(['Раз', 'Два', 'Три'])
  expect(words(shop, second)).not.toContain('Раз')
})

test('about an album the bot asks once, also when a part is late', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const first = await fileShort(shop, anna, LATE)
  await fileShort(shop, anna, OTHER)
  const parts = anna.prepareAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }])
  await afterwards(shop, () => parts.slice(0, 2).forEach((part) => void part.deliver()))
  expect(anna.messages().filter(({ text }) => text?.includes('К какому обращению'))).toHaveLength(1)
  await afterwards(shop, () => anna.tap(new RegExp(first)))
  await afterwards(shop, () => parts[2]?.deliver())
  expect(anna.messages().filter(({ text }) => text?.includes('К какому обращению'))).toHaveLength(0)
  expect(inTopic(shop, first).filter(({ photo }) => photo !== undefined)).toHaveLength(3)
})

test('a reply to any message of a ticket goes to that ticket, also while a form is open', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const oleg = shop.agent()
  const first = await fileShort(shop, anna, LATE)
  await fileShort(shop, anna, OTHER)
  await afterwards(shop, () => anna.sendText('К подтверждению', { replyTo: confirmation(anna, first) }))
  const topic = inTopic(shop, first)[0]?.message_thread_id ?? -1
  await afterwards(shop, () => shop.group.as(oleg).sendText('Что в коробке?', { topic }))
  await walkTo(shop, anna, 'consent')
  await walk(shop, anna, 'category', 'order')
  const question = anna.messages().findLast(({ text }) => text?.includes('Что в коробке?'))
  await afterwards(shop, () => anna.sendText('12345678', { replyTo: question?.message_id ?? 0 }))
  expect(words(shop, first)).toEqual(expect.arrayContaining(['К подтверждению']))
  expect(words(shop, first).at(-1)).toContain('12345678')
  expect(shown(anna)).toContain('Номер заказа')
  const description = anna.messages().find(({ text }) => text?.startsWith('Заказ обещали'))
  await afterwards(shop, () => anna.sendText('К описанию', { replyTo: description?.message_id ?? 0 }))
  expect(words(shop, first).at(-1)).toContain('К описанию')
})

test('without a ticket a new one is offered with what was written and the photo already in it', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendPhoto({ caption: 'Привезли чужой заказ' }))
  expect(shown(anna)).toContain('Создать новое с этим сообщением?')
  await afterwards(shop, () => anna.sendText('Там детские вещи'))
  const asked = anna.messages().length
  expect(await tapTwice(shop, anna, 'Новое обращение')).toEqual([undefined, 'Это сообщение уже передано'])
  expect(anna.messages(), 'one form for both messages').toHaveLength(asked + 1)
  await walk(shop, anna, 'consent', 'description')
  expect(shown(anna)).toContain('Приложен 1 файл')
  await walk(shop, anna, 'photos', 'review')
  const number = await sendForm(shop, anna)
  expect(words(shop, number)[0]).toContain('Привезли чужой заказ\nТам детские вещи')
  expect(photosIn(inTopic(shop, number))).toBe(1)
})

test('what nobody should get is dropped at the customer’s word, and an edit before is taken in', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const first = await fileShort(shop, anna, LATE)
  await fileShort(shop, anna, OTHER)
  await afterwards(shop, () => anna.sendText('Ошибся чатом'))
  await afterwards(shop, () => anna.tap('Не отправлять'))
  expect(anna.screen()).toContain('Хорошо, никуда не передали.')
  const typo = await afterwards(shop, () => anna.sendText('Жду до питницы'))
  await afterwards(shop, () => anna.editText(typo.message_id, 'Жду до пятницы'))
  expect(anna.screen()).toContain('Исправление учли')
  await afterwards(shop, () => anna.tap(new RegExp(first)))
  expect(words(shop, first).at(-1)).toBe('Жду до пятницы')
  expect(shop.group.screen()).not.toMatch(/Ошибся чатом|питницы/)
})

test('an edit of a message the staff has is shown there, and one of the description comes as a message', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const number = await fileShort(shop, anna, LATE)
  const sent = await afterwards(shop, () => anna.sendText('Код 11'))
  await afterwards(shop, () => anna.editText(sent.message_id, 'Код 12'))
  expect(words(shop, number).filter((text) => text.startsWith('Код'))).toEqual(['Код 12'])
  const description = anna.messages().find(({ text }) => text?.startsWith('Заказ обещали'))
  await afterwards(shop, () => anna.editText(description?.message_id ?? 0, 'Заказ обещали завтра'))
  expect(lastSaid(shop, anna)).toBe(
    `Исправленный текст передали в обращение № ${number} отдельным сообщением.`,
  )
  expect(words(shop, number).at(-1)).toBe('Заказ обещали завтра')
})
