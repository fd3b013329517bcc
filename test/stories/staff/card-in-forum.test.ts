import { expect, test } from 'vitest'
import { fileTicket, tapShown } from '../../support/file-ticket.ts'
import { filesIn, photosIn, wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { openStaffStory } from '../../support/staff-story.ts'

for (const ticketCard of ['rich', 'plain'] as const) {
  test(`a ticket gets a topic of its own, and its ${ticketCard} card there says all that an agent needs`, async () => {
    const { shop, number, topic, card, inTopic } = await openStaffStory({ photos: 3, ticketCard })
    expect(shop.group.topics()).toHaveLength(1)
    const name = shop.group.topics()[0]?.name ?? ''
    expect(name.startsWith(number)).toBe(true)
    expect(name).toContain('Анна')
    const text = wordsIn(card())
    for (const fact of [
      '· новое',
      'Доставка',
      'вовремя',
      'Приоритет: стандартный',
      'Обещали ответить до: ',
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
    expect(buttons).toEqual(['Взять', 'Ждём клиента', 'Решено', 'Ещё'])
    expect(photosIn(inTopic())).toBe(3)
    const shown = inTopic().filter((message) => message.forum_topic_created === undefined)
    expect(shown, 'messages').toHaveLength(ticketCard === 'rich' ? 1 : 4)
    const albums = shown.flatMap((message) => (message.photo ? [message.media_group_id] : []))
    expect(new Set(albums).size).toBe(ticketCard === 'rich' ? 0 : 1)
    expect(shop.group.messages({ topic: 0 }).map(wordsIn).join('')).toBe('')
    expect(topic).toBeGreaterThan(0)
  })
}

test.each(['rich', 'plain'] as const)(
  'photos and PDF receipts of one ticket are all there, on a %s card',
  async (ticketCard) => {
    const shop = await openShop({ ticketCard })
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
    expect(photosIn(inTopic)).toBe(2)
    expect(filesIn(inTopic)).toEqual(['чек.pdf', 'чек-2.pdf'])
    expect(shop.group.screen()).toContain('Первый чек')
  },
)

test.each(['rich', 'plain'] as const)(
  'a description of 3,000 characters stands whole on a %s card, also when every character is an emoji',
  async (ticketCard) => {
    const shop = await openShop({ ticketCard })
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
  },
)
