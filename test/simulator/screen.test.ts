import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDrivenClock } from '../../src/simulator/clock.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { ok } from './bot-side.ts'

let sim: Simulator
beforeEach(async () => {
  sim = await startSimulator({ clock: createDrivenClock(Date.UTC(2026, 0, 12, 9, 30)) })
})
afterEach(() => sim.stop())

const lines = (screen: string) =>
  screen
    .split('\n')
    .slice(1)
    .map((line) => line.trim())

test('a private chat shows texts, albums as one, buttons, replies, edits, deletions and reactions', async () => {
  const anna = sim.createUser({ firstName: 'Анна' })
  const album = anna.sendAlbum([{ kind: 'photo', caption: 'Вот' }, { kind: 'photo' }])
  const reply_markup = {
    inline_keyboard: [
      [
        { text: 'Взять', callback_data: 'a' },
        { text: 'Сайт', url: 'https://a.example' },
      ],
    ],
  }
  const sent = await ok(sim, 'sendMessage', {
    chat_id: anna.chatId,
    text: 'Принято\nСпасибо',
    reply_markup,
    reply_parameters: { message_id: album[0]?.message_id },
  })
  anna.react(sent.message_id, '👍')
  const question = anna.sendText('Когда')
  anna.editText(question.message_id, 'Когда?')
  anna.deleteMessage(anna.sendText('ой').message_id)
  expect(lines(anna.screen())).toEqual([
    '09:30  Анна',
    '📷 ×2',
    'Вот',
    '09:30  🤖',
    '┃ 📷 photo Вот',
    'Принято',
    'Спасибо',
    '👍',
    '[Взять] [Сайт ↗]',
    '09:30  Анна (edited)',
    'Когда?',
    '09:30  Анна: (deleted)',
  ])
})

test('a forum shows General first, then its topics', async () => {
  const group = sim.createGroup({ title: 'Staff' })
  const topic = group.createTopic('Ticket 1')
  await ok(sim, 'sendMessage', { chat_id: group.id, text: 'card', message_thread_id: topic.id })
  group.closeTopic(topic.id)
  await ok(sim, 'sendMessage', { chat_id: group.id, text: 'news' })
  const screen = group.screen()
  expect(screen.indexOf('General')).toBeLessThan(screen.indexOf('news'))
  expect(screen.indexOf('news')).toBeLessThan(screen.indexOf(`Ticket 1 · ${topic.id} · closed`))
  expect(lines(screen)).toContain('09:30  · topic “Ticket 1” opened ·')
  expect(screen.indexOf('card')).toBeLessThan(screen.indexOf('· topic closed ·'))
})
