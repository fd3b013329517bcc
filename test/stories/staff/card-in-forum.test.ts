import { expect, test } from 'vitest'
import { fileTicket, tapShown } from '../../support/file-ticket.ts'
import { openShop } from '../../support/open-shop.ts'
import { openStaffStory, wordsIn } from '../../support/staff-story.ts'

test('a ticket gets a topic of its own, and its card there says all that an agent needs', async () => {
  const { shop, number, topic, card, inTopic } = await openStaffStory({ photos: 3 })
  expect(shop.group.topics()).toHaveLength(1)
  const name = shop.group.topics()[0]?.name ?? ''
  expect(name.startsWith(number)).toBe(true)
  expect(name).toContain('Анна')
  const text = wordsIn(card())
  for (const fact of [
    '· новое',
    'Доставка',
    'вовремя',
    'Приоритет:',
    'Обещали ответить до:',
    'Заказ: не указан',
    'Клиент: Анна',
    'Ответственный: не назначен',
    'Файлы: 3',
    'Заказ обещали привезти вчера, курьер не позвонил.',
  ]) {
    expect(text).toContain(fact)
  }
  const buttons = card()
    .reply_markup?.inline_keyboard.flat()
    .map((button) => button.text)
  expect(buttons).toEqual(['Взять', 'Ждём клиента', 'Решено'])
  const photos = inTopic().filter((message) => message.photo !== undefined)
  expect(photos).toHaveLength(3)
  expect(new Set(photos.map((photo) => photo.media_group_id)).size).toBe(1)
  expect(shop.group.messages({ topic: 0 }).map(wordsIn).join('')).toBe('')
  expect(topic).toBeGreaterThan(0)
})

test('photos and PDF receipts of one ticket come as an album and as files', async () => {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  anna.sendText('/new')
  await tapShown(shop, anna, /Согласен/)
  await tapShown(shop, anna, 'Доставка')
  await tapShown(shop, anna, /вовремя/)
  await tapShown(shop, anna, /нет номера/)
  await tapShown(shop, anna, /без номера/)
  await shop.settled()
  anna.sendText('Заказ обещали привезти вчера, вот чеки.')
  await shop.settled()
  anna.sendDocument({ fileName: 'чек.pdf', mimeType: 'application/pdf', caption: 'Первый чек' })
  anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }])
  anna.sendDocument({ fileName: 'чек-2.pdf', mimeType: 'application/pdf' })
  await shop.settled()
  await tapShown(shop, anna, 'Готово')
  await tapShown(shop, anna, 'Отправить')
  await shop.settled()
  const topic = shop.group.topics()[0]?.id ?? -1
  const inTopic = shop.group.messages({ topic })
  expect(inTopic.filter((message) => message.photo !== undefined)).toHaveLength(2)
  expect(inTopic.flatMap((message) => message.document?.file_name ?? [])).toEqual(['чек.pdf', 'чек-2.pdf'])
  expect(shop.group.screen()).toContain('Первый чек')
})

test('a description of 3,000 characters stands whole in the topic, also when every character is an emoji', async () => {
  const shop = await openShop()
  const long = `${'Подробно <b>&. '.repeat(200)}`.slice(0, 2999).concat('Я')
  const anna = shop.customer('Анна')
  const words = await fileTicket(shop, anna, { description: long })
  const inWords = shop.group
    .messages({ topic: words.topic ?? -1 })
    .map(wordsIn)
    .join('')
  expect(inWords.replaceAll(/\s/g, '')).toContain(long.replaceAll(/\s/g, ''))

  const smiles = '😀'.repeat(1500)
  const boris = shop.customer('Борис')
  const faces = await fileTicket(shop, boris, { description: smiles })
  const shown = shop.group
    .messages({ topic: faces.topic ?? -1 })
    .map(wordsIn)
    .join('')
  expect(shown.match(/😀/gu)).toHaveLength(1500)
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
})
