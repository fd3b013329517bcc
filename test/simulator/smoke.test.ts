import { Api, InputFile } from 'grammy'
import { afterEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'

let sim: Simulator
afterEach(() => sim.stop())

test("grammY's client talks to it as to Telegram", async () => {
  sim = await startSimulator()
  const api = new Api(sim.token, { apiRoot: sim.url })
  const anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const boris = sim.createUser({ firstName: 'Boris' })
  const group = sim.createGroup({ title: 'Staff', kind: 'forum' })
  group.join(boris, { as: 'administrator' })
  expect((await api.getMe()).username).toBe('desk_bot')

  anna.sendText('/start')
  const [, started] = await api.getUpdates({ allowed_updates: ['message'] })
  expect(started?.message?.text).toBe('/start')
  await api.sendMessage(anna.chatId, '<b>Здравствуйте</b>', {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Взять', callback_data: 'take:1' }]] },
  })
  const tap = anna.tap('Взять')
  await api.answerCallbackQuery(tap.id, { text: 'ok' })
  expect(await tap.answer()).toMatchObject({ text: 'ok' })

  const topic = await api.createForumTopic(group.id, 'Ticket 1')
  const photo = new InputFile(Buffer.from('/9j/', 'base64'), 'фото.jpg')
  const [first] = await api.sendMediaGroup(
    group.id,
    [
      { type: 'photo', media: photo, caption: 'x' },
      { type: 'photo', media: new InputFile(Buffer.from('/9j/', 'base64'), 'b.jpg') },
    ],
    { message_thread_id: topic.message_thread_id },
  )
  const reply = group
    .as(boris)
    .sendText('Добрый день', { topic: topic.message_thread_id, replyTo: first?.message_id ?? 0 })
  expect(reply.reply_to_message?.message_id).toBe(first?.message_id)
  expect(group.messages({ topic: topic.message_thread_id })).toHaveLength(4)
})
