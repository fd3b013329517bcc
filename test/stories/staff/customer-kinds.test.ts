import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('whatever a customer writes reaches the topic', async () => {
  const { shop, anna, inTopic } = await openStaffStory()
  const before = inTopic().length
  anna.sendText('Просто слова')
  anna.sendPhoto({ caption: 'Вот фото' })
  anna.sendDocument({ fileName: 'чек.pdf', caption: 'Вот чек' })
  anna.sendVideo()
  anna.sendAnimation()
  anna.sendAudio()
  anna.sendVoice()
  anna.sendVideoNote()
  anna.sendSticker({ emoji: '😡' })
  anna.sendLocation({ latitude: 55.5, longitude: 37.5 })
  anna.sendVenue({ title: 'Дом', address: 'Мира, 5' })
  anna.sendContact({ phoneNumber: '+79990000000', firstName: 'Муж' })
  anna.sendPoll({ question: 'Вы издеваетесь?', options: ['Да', 'Нет'] })
  anna.sendDice()
  anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo', caption: 'два' }], { order: [1, 0] })
  await shop.settled()
  const got = inTopic().slice(before)
  for (const kind of ['document', 'video', 'animation', 'audio', 'voice', 'video_note', 'venue'] as const) {
    expect(
      got.some((message) => message[kind] !== undefined),
      kind,
    ).toBe(true)
  }
  const screen = shop.group.screen()
  for (const seen of [
    'Просто слова',
    'Вот фото',
    'чек.pdf',
    ' sticker',
    '55.5',
    'Дом',
    '+79990000000',
    'издев',
    '🎲',
  ]) {
    expect(screen).toContain(seen)
  }
  const album = got.filter((message) => message.media_group_id !== undefined)
  expect(album.map(wordsIn)).toEqual(['', 'два'])
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
})

test('who took the ticket is named above the customer’s words, so that Telegram notifies them', async () => {
  const { shop, anna, oleg, agent, topic, inTopic } = await openStaffStory()
  anna.sendText('Пока никто не взял')
  await shop.settled()
  expect(findMessage(inTopic(), 'Пока никто').entities).toBeUndefined()
  agent.sendText('/name Мария', { topic })
  agent.tap('Взять', { topic })
  await shop.settled()
  anna.sendText('Есть новости?')
  anna.sendSticker()
  await shop.settled()
  const shown = findMessage(inTopic(), 'Есть новости?')
  const mention = shown.entities?.find((entity) => entity.type === 'text_mention')
  expect(mention?.user?.id).toBe(oleg.id)
  expect(wordsIn(shown)).toMatch(/^Анна → Мария:\n/)
  // A sticker has no words of its own: the name goes before it.
  const sticker = inTopic().findIndex((message) => message.sticker !== undefined)
  expect(inTopic()[sticker - 1]?.entities?.map(({ type }) => type)).toContain('text_mention')
})

test('a customer’s longest text arrives whole although the assignee is named', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  agent.tap('Взять', { topic })
  await shop.settled()
  const text = `${'ю'.repeat(4090)} конец`
  anna.sendText(text)
  await shop.settled()
  expect(findMessage(inTopic(), 'конец').text).toBe(text)
})
