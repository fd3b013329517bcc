import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { drain, kinds, ok, refusal } from './bot-side.ts'

let sim: Simulator
let anna: Person
beforeEach(async () => {
  sim = await startSimulator({ privateTopics: true })
  anna = sim.createUser({ firstName: 'Анна' })
  anna.sendText('/start')
  await drain(sim)
})
afterEach(() => sim.stop())

const createTopic = async (name = 'Delivery') =>
  (await ok<{ message_thread_id: number }>(sim, 'createForumTopic', { chat_id: anna.id, name }))
    .message_thread_id
const inChat = (params: Record<string, unknown> = {}) => ({ chat_id: anna.id, text: 'x', ...params })
const received = async () => (await drain(sim)).map(({ message }) => message as Message)

describe('where private chats have topics', () => {
  test('getMe says so, and follows the switch', async () => {
    const enabled = async () => {
      const me = await ok<Record<string, unknown>>(sim, 'getMe')
      return [me.has_topics_enabled, me.allows_users_to_create_topics]
    }
    expect(await enabled()).toEqual([true, true])
    sim.world.privateTopics = false
    expect(await enabled()).toEqual([false, false])
  })

  test('the bot opens, renames and deletes one without any rights', async () => {
    const id = await createTopic()
    await ok(sim, 'editForumTopic', { chat_id: anna.id, message_thread_id: id, name: 'Payment' })
    const [created, edited] = await received()
    expect(created).toMatchObject({
      ...{ message_id: id, message_thread_id: id, is_topic_message: true, from: { id: sim.botId } },
      ...{ chat: { type: 'private' }, forum_topic_created: { name: 'Delivery' } },
    })
    expect(edited).toMatchObject({ message_thread_id: id, forum_topic_edited: { name: 'Payment' } })
    const inside = await ok(sim, 'sendMessage', inChat({ message_thread_id: id }))
    await ok(sim, 'deleteForumTopic', { chat_id: anna.id, message_thread_id: id })
    expect(anna.topics()).toMatchObject([{ id, name: 'Payment', state: 'deleted' }])
    expect(anna.messages().map(({ message_id }) => message_id)).not.toContain(inside.message_id)
    expect(await refusal(sim, 'sendMessage', inChat({ message_thread_id: id }))).toBe(
      'Bad Request: message thread not found',
    )
  })

  test('both write in it: a message replies to its creation unless it is a reply itself', async () => {
    const id = await createTopic()
    const sent = await ok(sim, 'sendMessage', inChat({ message_thread_id: id }))
    expect(sent).toMatchObject({ is_topic_message: true, reply_to_message: { message_id: id } })
    await drain(sim)
    anna.sendText('hello', { topic: id })
    anna.sendText('a reply', { replyTo: sent.message_id })
    anna.sendText('outside')
    const [plain, reply, outside] = await received()
    expect(plain).toMatchObject({
      ...{ message_thread_id: id, is_topic_message: true },
      reply_to_message: { forum_topic_created: { name: 'Delivery' } },
    })
    expect(reply).toMatchObject({ message_thread_id: id, reply_to_message: { message_id: sent.message_id } })
    expect(outside).not.toHaveProperty('message_thread_id')
  })

  test('a reply of the bot stays in the topic of what it answers', async () => {
    const topic = anna.createTopic('Delivery').id
    const { message_id } = anna.sendText('where is it?', { topic })
    const sent = await ok(sim, 'sendMessage', inChat({ reply_parameters: { message_id } }))
    expect(sent.message_thread_id).toBe(topic)
  })

  test('a person opens one, and deletes it without a word to the bot', async () => {
    const { id } = anna.createTopic('Payment')
    const [created] = await received()
    expect(created).toMatchObject({
      ...{ message_id: id, message_thread_id: id, from: { id: anna.id } },
      forum_topic_created: { name: 'Payment' },
    })
    anna.deleteTopic(id)
    expect(kinds(await drain(sim))).toEqual([])
    expect(() => anna.sendText('x', { topic: id })).toThrow(`there is no topic ${id}`)
    expect(() => anna.deleteTopic(id)).toThrow(`there is no topic ${id}`)
  })

  test('the bot is seen typing in it, and nowhere else', async () => {
    const id = await createTopic()
    const typing = { chat_id: anna.id, action: 'typing' }
    await ok(sim, 'sendChatAction', { ...typing, message_thread_id: id })
    expect(sim.chatActions.at(-1)).toMatchObject({ chatId: anna.id, threadId: id })
    expect(await refusal(sim, 'sendChatAction', { ...typing, message_thread_id: 999_999 })).toBe(
      'Bad Request: message thread not found',
    )
  })

  test('only the pins of the topic go', async () => {
    const id = await createTopic()
    const inside = await ok(sim, 'sendMessage', inChat({ message_thread_id: id }))
    const outside = await ok(sim, 'sendMessage', inChat())
    for (const { message_id } of [inside, outside])
      await ok(sim, 'pinChatMessage', { chat_id: anna.id, message_id })
    await ok(sim, 'unpinAllForumTopicMessages', { chat_id: anna.id, message_thread_id: id })
    expect(sim.world.chats.get(anna.id)?.pinned).toEqual([outside.message_id])
  })

  test('a key is pressed in the topic that is open', async () => {
    const topic = await createTopic()
    const keyboard = [[{ text: 'Menu' }]]
    await ok(sim, 'sendMessage', inChat({ reply_markup: { keyboard } }))
    expect(anna.pressKey('Menu', { topic }).message_thread_id).toBe(topic)
  })

  test('none is closed there, and none opened for who cannot be written to', async () => {
    const id = await createTopic()
    expect(await refusal(sim, 'closeForumTopic', { chat_id: anna.id, message_thread_id: id })).toBe(
      'Bad Request: the chat is not a forum',
    )
    anna.block()
    const create = (chat_id: number) => refusal(sim, 'createForumTopic', { chat_id, name: 'x' })
    expect(await create(anna.id)).toBe('Forbidden: bot was blocked by the user')
    const stranger = sim.createUser({ firstName: 'Ольга' })
    expect(await create(stranger.id)).toBe("Forbidden: bot can't initiate conversation with a user")
  })

  test('the screen shows the chat topic by topic', async () => {
    const topic = anna.createTopic('Delivery').id
    anna.sendText('inside', { topic })
    anna.sendText('outside')
    expect(anna.screen()).toMatch(/General.*outside.*Delivery.*inside/s)
  })
})

describe('where they have none', () => {
  test('nobody opens one', async () => {
    sim.world.privateTopics = false
    expect(await refusal(sim, 'createForumTopic', { chat_id: anna.id, name: 'x' })).toBe(
      'Bad Request: the chat is not a forum',
    )
    expect(() => anna.createTopic('x')).toThrow('there are no topics')
  })

  test('a topic from before takes nothing, although its messages stay', async () => {
    const id = await createTopic()
    const inside = await ok(sim, 'sendMessage', inChat({ message_thread_id: id }))
    sim.world.privateTopics = false
    expect(await refusal(sim, 'sendMessage', inChat({ message_thread_id: id }))).toBe(
      'Bad Request: message thread not found',
    )
    expect(() => anna.sendText('x', { topic: id })).toThrow('there are no topics')
    expect(anna.lastMessage()?.message_id).toBe(inside.message_id)
  })
})
