import { expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { inTopic, lastSaid, wordsOf } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { openFloodStory } from '../../support/flood-story.ts'
import type { ShopOptions } from '../../support/open-shop.ts'

const TOLD = { ru: /Все ваши сообщения сохранены/, en: /All your messages are kept/ } as const

async function openStory(options: ShopOptions = {}) {
  const story = await openFloodStory(options)
  const { shop, anna } = story
  const { number, topic = 0 } = await fileTicket(shop, anna)
  const texts = () => inTopic(shop, number).slice(1).map(wordsOf)
  /** Writes so many questions at once, numbered from `from`. */
  const write = async (count: number, from = 1) => {
    let sent: Message[] = []
    await story.atOnce(count, () => {
      sent = Array.from({ length: count }, (_, index) => anna.sendText(`Вопрос ${from + index}`))
    })
    return sent
  }
  return { ...story, number, topic, texts, write }
}

test.for(['ru', 'en'] as const)(
  'a flood comes to the staff in few messages, in order, and is spoken of once (%s)',
  async (language) => {
    const { shop, anna, texts, write } = await openStory()
    anna.sendText('/language')
    await shop.settled()
    anna.tap(language === 'ru' ? 'Русский' : 'English')
    await shop.settled()
    await write(30)
    const shown = texts()
    const questions = Array.from({ length: 30 }, (_, index) => `Вопрос ${index + 1}`)
    expect(shown.join('\n\n').split('\n\n')).toEqual(questions)
    expect(shown.slice(0, 10)).toEqual(questions.slice(0, 10))
    expect(shown.length, 'messages in the group').toBeLessThanOrEqual(13)
    expect(anna.messages().filter((message) => TOLD[language].test(wordsOf(message)))).toHaveLength(1)
  },
)

test('a minute later the same customer is answered as before', async () => {
  const { clock, texts, write } = await openStory()
  await write(14)
  clock.leap(60_000)
  const before = texts().length
  await write(3, 15)
  expect(texts().slice(before)).toEqual(['Вопрос 15', 'Вопрос 16', 'Вопрос 17'])
})

test('what a flood holds survives a restart, and so does the pace', async () => {
  const { shop, anna, clock, texts, write, atOnce } = await openStory()
  await write(14)
  const before = texts().length
  clock.release(-20_000)
  await shop.restart()
  await atOnce(3, () => {
    for (const text of ['Ещё раз', 'И ещё', 'И снова']) anna.sendText(text)
  })
  expect(texts().slice(before).join('\n\n').split('\n\n')).toEqual(['Ещё раз', 'И ещё', 'И снова'])
  expect(anna.messages().filter((message) => TOLD.ru.test(wordsOf(message)))).toHaveLength(1)
})

test('an agent’s reply to a gathered message reaches the customer, under the newest of its texts', async () => {
  const { shop, anna, number, topic, write } = await openStory()
  const sent = await write(14)
  const gathered = inTopic(shop, number).at(-1)
  shop.group.as(shop.agent('Олег')).sendText('Отвечаю', { topic, replyTo: gathered?.message_id ?? 0 })
  await shop.settled()
  const reply = anna.messages().findLast((message) => wordsOf(message).endsWith('Отвечаю'))
  expect(reply?.reply_to_message?.message_id).toBe(sent.at(-1)?.message_id)
})

test('an edit of one of the gathered texts leaves the others alone: the new wording comes as a reply', async () => {
  const { shop, anna, number, texts, write } = await openStory()
  const sent = await write(14)
  const gathered = inTopic(shop, number).at(-1)
  anna.editText(sent[11]?.message_id ?? 0, 'Вопрос двенадцать')
  await shop.settled()
  const correction = inTopic(shop, number).at(-1)
  expect(wordsOf(correction)).toBe('Клиент исправил своё сообщение:\nВопрос двенадцать')
  expect(correction?.reply_to_message?.message_id).toBe(gathered?.message_id)
  expect(texts().join('\n')).toContain('Вопрос 12')
  const plain = sent[2]?.message_id ?? 0
  anna.editText(plain, 'Вопрос три')
  await shop.settled()
  expect(texts()[2], 'one that came alone changes in place').toBe('Вопрос три')
})

test('an edit of a text that still waits comes behind it', async () => {
  const { shop, anna, texts, atOnce } = await openStory()
  await atOnce(14, () => {
    const sent = Array.from({ length: 13 }, (_, index) => anna.sendText(`Вопрос ${index + 1}`))
    anna.editText(sent[12]?.message_id ?? 0, 'Вопрос тринадцать')
  })
  const shown = texts().join('\n\n')
  expect(shown.indexOf('Вопрос тринадцать')).toBeGreaterThan(shown.indexOf('Вопрос 13'))
  expect(lastSaid(shop, anna)).not.toMatch(/не получилось/)
})

test('the parts of an album are one message of the pace, and stay an album', async () => {
  const { shop, anna, number, texts, atOnce } = await openStory()
  await atOnce(19, () => {
    anna.sendAlbum(Array.from({ length: 10 }, () => ({ kind: 'photo' as const })))
    for (let count = 1; count <= 9; count += 1) anna.sendText(`Вопрос ${count}`)
  })
  expect(inTopic(shop, number).filter((message) => message.photo !== undefined)).toHaveLength(10)
  expect(texts().filter((text) => text.startsWith('Вопрос'))).toHaveLength(9)
  expect(anna.messages().filter((message) => TOLD.ru.test(wordsOf(message)))).toEqual([])
})

test('texts too long for one message go out in several, none cut', async () => {
  const { anna, texts, atOnce } = await openStory()
  const long = Array.from({ length: 5 }, (_, index) => `${index}`.repeat(1_500))
  await atOnce(15, () => {
    for (let count = 1; count <= 10; count += 1) anna.sendText(`Вопрос ${count}`)
    for (const text of long) anna.sendText(text)
  })
  const shown = texts().slice(10)
  expect(shown.join('\n\n').split('\n\n')).toEqual(long)
  expect(shown.length).toBeLessThan(long.length)
  for (const text of shown) expect(text.length).toBeLessThanOrEqual(4096)
})

test('in a group without topics a flood is gathered under the card', async () => {
  const { shop, anna, atOnce } = await openFloodStory({ group: 'supergroup' })
  await fileTicket(shop, anna)
  await atOnce(14, () => {
    for (let count = 1; count <= 14; count += 1) anna.sendText(`Вопрос ${count}`)
  })
  const shown = shop.group.messages().map(wordsOf)
  for (let count = 1; count <= 14; count += 1) {
    expect(
      shown.filter((text) => new RegExp(`Вопрос ${count}(?!\\d)`).test(text)),
      `${count}`,
    ).toHaveLength(1)
  }
  expect(shown.filter((text) => text.includes('Вопрос')).length).toBeLessThan(14)
  // The last one may have come when the others were on their way; then it stands alone, with its heading.
  expect(shown.at(-1)?.split('\n').at(-1)).toBe('Вопрос 14')
})
