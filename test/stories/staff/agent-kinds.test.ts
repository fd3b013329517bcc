import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('formatting of an agent survives on the way: every entity stands on the same words', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const text = 'Привет 👋 жирный курсив код ссылка скрыто'
  const on = (type: string, word: string, more: object = {}) => ({
    type,
    offset: text.indexOf(word),
    length: word.length,
    ...more,
  })
  agent.sendText(text, {
    topic,
    entities: [
      on('bold', 'жирный'),
      on('italic', 'курсив'),
      on('code', 'код'),
      on('text_link', 'ссылка', { url: 'https://example.com/' }),
      on('spoiler', 'скрыто'),
    ],
  })
  await shop.settled()
  const shown = findMessage(anna.messages(), 'жирный')
  const words = (shown.entities ?? []).map((entity) => [
    entity.type,
    wordsIn(shown).slice(entity.offset, entity.offset + entity.length),
  ])
  expect(words).toEqual(
    expect.arrayContaining([
      ['bold', 'жирный'],
      ['italic', 'курсив'],
      ['code', 'код'],
      ['text_link', 'ссылка'],
      ['spoiler', 'скрыто'],
    ]),
  )
  expect(wordsIn(shown).split('\n')[0]).toContain('сотрудник поддержки')
})

test('whatever an agent sends reaches the customer: files, voice, stickers, places, contacts, polls', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const before = anna.messages().length
  agent.sendPhoto({ topic, caption: 'Фото <b>&' })
  agent.sendDocument({ topic, fileName: 'договор.pdf', caption: 'Договор' })
  agent.sendVideo({ topic, caption: 'Видео' })
  agent.sendAnimation({ topic })
  agent.sendAudio({ topic })
  agent.sendVoice({ topic })
  agent.sendVideoNote({ topic })
  agent.sendSticker({ topic, emoji: '👍' })
  agent.sendLocation({ topic, latitude: 55.5, longitude: 37.5 })
  agent.sendVenue({ topic, title: 'Пункт выдачи', address: 'Садовая, 1' })
  agent.sendContact({ topic, phoneNumber: '+74950000000', firstName: 'Склад' })
  agent.sendPoll({ topic, question: 'Когда удобно?', options: ['Утром', 'Вечером'] })
  agent.sendDice({ topic })
  await shop.settled()
  const got = anna.messages().slice(before)
  for (const kind of ['photo', 'document', 'video', 'animation', 'audio', 'voice', 'video_note'] as const) {
    expect(
      got.some((message) => message[kind] !== undefined),
      kind,
    ).toBe(true)
  }
  const screen = anna.screen()
  for (const seen of ['Фото <b>&', 'договор.pdf', 'Видео', ' sticker', '55.5, 37.5', 'Пункт выдачи']) {
    expect(screen).toContain(seen)
  }
  for (const seen of ['+74950000000', 'Когда удобно?', '🎲']) expect(screen).toContain(seen)
  // Each of them says whose it is, be it in a line of its own.
  expect(got.filter((message) => wordsIn(message).includes('сотрудник поддержки ·')).length).toBe(13)
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
})

test('an album stays one album at the customer, in its order, with its captions, and says once whose it is', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  agent.sendAlbum(
    [
      { kind: 'photo', caption: 'первое' },
      { kind: 'video', caption: 'второе' },
      { kind: 'photo', caption: 'третье' },
      { kind: 'photo', caption: 'четвёртое' },
    ],
    { topic, order: [2, 0, 3, 1] },
  )
  await shop.settled()
  const album = anna.messages().filter((message) => message.media_group_id !== undefined)
  expect(album).toHaveLength(4)
  expect(new Set(album.map((message) => message.media_group_id)).size).toBe(1)
  expect(album.map((message) => /перв|втор|трет|четв/.exec(wordsIn(message))?.[0])).toEqual([
    'перв',
    'втор',
    'трет',
    'четв',
  ])
  expect(album.filter((message) => wordsIn(message).includes('№'))).toHaveLength(1)
})

test('the longest text and the longest caption arrive whole, with the name on a line of its own', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const text = `начало ${'т'.repeat(4083)} конец`
  expect(text).toHaveLength(4096)
  agent.sendText(text, { topic })
  await shop.settled()
  expect(findMessage(anna.messages(), 'конец').text).toBe(text)
  expect(wordsIn(anna.messages().at(-2))).toMatch(/^сотрудник поддержки · № /)

  const caption = `начало ${'п'.repeat(1010)} финал.`
  expect(caption).toHaveLength(1024)
  agent.sendPhoto({ topic, caption })
  await shop.settled()
  expect(findMessage(anna.messages(), 'финал.').caption).toBe(caption)
  expect(wordsIn(anna.messages().at(-2))).toMatch(/^сотрудник поддержки · № /)
})
