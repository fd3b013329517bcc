import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { call, drain, kinds, ok, refusal } from './bot-side.ts'

let sim: Simulator
let anna: Person
beforeEach(async () => {
  sim = await startSimulator()
  anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
})
afterEach(() => sim.stop())

const received = async () => (await drain(sim)).map(({ message }) => message as Message)

describe('a private chat', () => {
  test('must be opened by the person, and may be closed by them', async () => {
    const send = () => call(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x' })
    expect(await send()).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    anna.sendText('/start')
    expect(await send()).toMatchObject({ ok: true })
    anna.block()
    expect(await send()).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    expect(() => anna.sendText('x')).toThrow('unblock')
    anna.unblock()
    expect(await send()).toMatchObject({ ok: true })
    expect(kinds(await drain(sim))).toEqual(['message', 'my_chat_member', 'my_chat_member'])
  })

  test('messages carry who, where, when and what was found in them', async () => {
    anna.sendText('/start abc')
    expect(await received()).toMatchObject([
      {
        from: { id: anna.id, is_bot: false, first_name: 'Анна', language_code: 'ru' },
        chat: { id: anna.chatId, type: 'private' },
        date: expect.any(Number),
        text: '/start abc',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      },
    ])
  })

  test('a text too long is split as clients split it', async () => {
    anna.sendText('я'.repeat(5000))
    expect((await received()).map(({ text }) => text?.length)).toEqual([4096, 904])
  })

  test('a photo has sizes with ids of their own', async () => {
    const { photo = [] } = anna.sendPhoto({ width: 1280, height: 960 })
    expect(photo.map(({ width }) => width)).toEqual([90, 320, 1280])
    expect(new Set(photo.flatMap((size) => [size.file_id, size.file_unique_id])).size).toBe(6)
  })

  test('tapping finds the newest such button and refuses links', async () => {
    anna.sendText('/start')
    const buttons = (data: string) => ({
      chat_id: anna.chatId,
      text: data,
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Go', callback_data: data },
            { text: 'Site', url: 'https://a.example' },
            { text: 'Copy', copy_text: { text: 'x' } },
          ],
        ],
      },
    })
    const old = await ok(sim, 'sendMessage', buttons('old'))
    await ok(sim, 'sendMessage', buttons('new'))
    await drain(sim)
    anna.tap('Go')
    anna.tap(/^G/, { messageId: old.message_id })
    const data = (await drain(sim)).map(({ callback_query }) => (callback_query as { data: string }).data)
    expect(data).toEqual(['new', 'old'])
    expect(() => anna.tap('Site')).toThrow('opens something')
    expect(() => anna.tap('Copy')).toThrow('no button')
    expect(() => anna.tap('Nope')).toThrow('there are: [Go] [Site] [Copy]')
  })

  test('a key of the reply keyboard sends its text', async () => {
    anna.sendText('/start')
    const reply_markup = { keyboard: [[{ text: 'Menu' }]] }
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup })
    expect(anna.pressKey('Menu').text).toBe('Menu')
  })
})

describe('albums', () => {
  test('are separate updates in any order, their ids in the album’s', async () => {
    const sent = anna.sendAlbum([{ kind: 'photo', caption: 'a' }, { kind: 'photo' }, { kind: 'video' }], {
      order: [2, 0, 1],
    })
    const parts = await received()
    expect(new Set(parts.map(({ media_group_id }) => media_group_id)).size).toBe(1)
    expect(parts.map(({ message_id }) => message_id)).toEqual([2, 0, 1].map((i) => sent[i]?.message_id))
    expect(sent[0]?.caption).toBe('a')
  })

  test('a late part arrives when it is let go', async () => {
    const [first, late] = anna.prepareAlbum([{ kind: 'photo' }, { kind: 'photo' }])
    first?.deliver()
    expect(await received()).toHaveLength(1)
    late?.deliver()
    expect(await received()).toMatchObject([{ message_id: late?.message.message_id }])
  })
})

describe('groups', () => {
  test('privacy mode hides what does not concern a bot that is no administrator', async () => {
    const group = sim.createGroup({ title: 'Staff', kind: 'supergroup', botRights: 'member' })
    group.join(anna)
    await drain(sim)
    const hello = await ok(sim, 'sendMessage', { chat_id: group.id, text: 'hello' })
    const agent = group.as(anna)
    agent.sendText('among ourselves')
    agent.sendText('/status')
    agent.sendText('a reply', { replyTo: hello.message_id })
    expect((await received()).map(({ text }) => text)).toEqual(['/status', 'a reply'])
    group.promoteBot('admin')
    await drain(sim)
    agent.sendText('now heard')
    expect(await received()).toHaveLength(1)
  })

  test('an anonymous administrator writes as the group, taps as themselves', async () => {
    const group = sim.createGroup({ title: 'Staff', kind: 'supergroup' })
    group.join(anna, { as: 'administrator' })
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }
    await ok(sim, 'sendMessage', { chat_id: group.id, text: 'x', reply_markup })
    await drain(sim)
    group.asAnonymousAdmin(anna).sendText('hi')
    group.asAnonymousAdmin(anna).tap('Go')
    const [message, tap] = await drain(sim)
    expect(message?.message).toMatchObject({
      from: { id: 1087968824, is_bot: true },
      sender_chat: { id: group.id },
    })
    expect(tap?.callback_query).toMatchObject({ from: { id: anna.id } })
  })

  test('an ephemeral message is seen, and its buttons tapped, by its receiver alone', async () => {
    const group = sim.createGroup({ title: 'Staff', kind: 'supergroup' })
    const boris = sim.createUser({ firstName: 'Boris' })
    for (const person of [anna, boris]) group.join(person)
    await drain(sim)
    const ephemeral_message_parameters = { receiver_user_id: anna.id }
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }
    const params = { chat_id: group.id, text: 'psst', reply_markup, ephemeral_message_parameters }
    const sent = await ok(sim, 'sendMessage', params)
    expect(sent).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: anna.id } })
    expect(group.as(anna).asides()).toMatchObject([{ text: 'psst' }])
    expect(group.as(boris).asides()).toEqual([])
    expect(group.messages().map(({ text }) => text)).not.toContain('psst')
    expect(() => group.as(boris).tap('Go')).toThrow('no button')
    group.as(anna).tap('Go')
    const [tap] = await drain(sim)
    expect(tap?.callback_query).toMatchObject({ data: 'go', message: { ephemeral_message_id: 1 } })
    const target = { chat_id: group.id, ephemeral_message_id: 1 }
    const edit = { ...target, receiver_user_id: boris.id, text: 'other' }
    expect(await refusal(sim, 'editEphemeralMessageText', edit)).toContain('not found')
    await ok(sim, 'editEphemeralMessageText', { ...edit, receiver_user_id: anna.id })
    expect(group.as(anna).asides()).toMatchObject([{ text: 'other' }])
    await ok(sim, 'deleteEphemeralMessage', { ...target, receiver_user_id: anna.id })
    expect(group.as(anna).asides()).toEqual([])
  })

  test('a linked channel and another bot write too', async () => {
    const group = sim.createGroup({ title: 'Staff', kind: 'supergroup' })
    await drain(sim)
    group.asLinkedChannel('News').sendText('post')
    group.asOtherBot().sendText('beep')
    expect(await received()).toMatchObject([
      { from: { id: 777000 }, sender_chat: { type: 'channel' }, is_automatic_forward: true },
      { from: { is_bot: true, username: 'other_bot' } },
    ])
  })

  test('who is no member cannot write, and an unknown topic takes nothing', () => {
    const group = sim.createGroup({ title: 'Staff' })
    expect(() => group.as(anna).sendText('x')).toThrow('join() first')
    group.join(anna)
    expect(() => group.as(anna).sendText('x', { topic: 77 })).toThrow('no topic 77')
  })
})

describe('waiting', () => {
  test('for the bot ends when it asks for updates', async () => {
    const waited = sim.waitForBot()
    anna.sendText('/start')
    await drain(sim)
    await waited
  })

  test('is over as soon as the condition holds', async () => {
    anna.sendText('/start')
    const waited = sim.waitFor(() => anna.lastMessage()?.text === 'answer', { what: 'the answer' })
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'answer' })
    expect(await waited).toBe(true)
  })

  test('in vain fails with the screens and the last calls', async () => {
    anna.sendText('Здравствуйте')
    await call(sim, 'sendMessage', { chat_id: 1 })
    const waited = sim.waitFor(() => false, { timeoutMs: 20, what: 'a miracle' })
    await expect(waited).rejects.toThrow(
      /in vain for: a miracle[\s\S]*Здравствуйте[\s\S]*sendMessage \{"chat_id":1\} → Bad Request/,
    )
  })
})
