import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { Group } from '../../src/simulator/driver/group.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { call, drain, kinds, ok, refusal } from './bot-side.ts'

let sim: Simulator
let group: Group
let boris: Person
beforeEach(async () => {
  sim = await startSimulator()
  group = sim.createGroup({ title: 'Staff', kind: 'forum' })
  boris = sim.createUser({ firstName: 'Boris' })
  group.join(boris)
  await drain(sim)
})
afterEach(() => sim.stop())

const createTopic = async (name = 'Ticket 1') =>
  (await ok<{ message_thread_id: number }>(sim, 'createForumTopic', { chat_id: group.id, name }))
    .message_thread_id
const send = (params: Record<string, unknown>) => ({ chat_id: group.id, text: 'x', ...params })
const messagesOf = (updates: Awaited<ReturnType<typeof drain>>) =>
  updates.map(({ message }) => message as Message | undefined)

describe('topics', () => {
  test("the bot's own service messages come back as updates", async () => {
    const id = await createTopic()
    await ok(sim, 'closeForumTopic', { chat_id: group.id, message_thread_id: id })
    await ok(sim, 'reopenForumTopic', { chat_id: group.id, message_thread_id: id })
    await ok(sim, 'editForumTopic', { chat_id: group.id, message_thread_id: id, name: 'Renamed' })
    const [created, closed, reopened, edited] = messagesOf(await drain(sim))
    expect(created).toMatchObject({
      message_id: id,
      message_thread_id: id,
      is_topic_message: true,
      from: { id: sim.botId },
      forum_topic_created: { name: 'Ticket 1', icon_color: 7322096 },
    })
    expect(closed).toMatchObject({ message_thread_id: id, forum_topic_closed: {} })
    expect(reopened).toMatchObject({ message_thread_id: id, forum_topic_reopened: {} })
    expect(edited).toMatchObject({ message_thread_id: id, forum_topic_edited: { name: 'Renamed' } })
    expect(group.topics()).toMatchObject([{ id, name: 'Renamed', state: 'open' }])
  })

  test('a message in a topic replies to its creation unless it is a reply itself', async () => {
    const id = await createTopic()
    const sent = await ok(sim, 'sendMessage', send({ message_thread_id: id }))
    expect(sent).toMatchObject({ is_topic_message: true, reply_to_message: { message_id: id } })
    await drain(sim)
    group.as(boris).sendText('hello', { topic: id })
    group.as(boris).sendText('a reply', { replyTo: sent.message_id })
    const [plain, reply] = messagesOf(await drain(sim))
    expect(plain).toMatchObject({
      message_thread_id: id,
      is_topic_message: true,
      chat: { is_forum: true },
      reply_to_message: { message_id: id, forum_topic_created: { name: 'Ticket 1' } },
    })
    expect(reply).toMatchObject({ message_thread_id: id, reply_to_message: { message_id: sent.message_id } })
    expect(reply?.reply_to_message).not.toHaveProperty('reply_to_message')
  })

  test('a message in General carries no topic', async () => {
    group.as(boris).sendText('hello')
    const [update] = messagesOf(await drain(sim))
    expect(update).not.toHaveProperty('message_thread_id')
    expect(update).not.toHaveProperty('reply_to_message')
  })

  test.each([1, 999_999])('topic %i is not found', async (message_thread_id) => {
    expect(await refusal(sim, 'sendMessage', send({ message_thread_id }))).toBe(
      'Bad Request: message thread not found',
    )
  })

  test('a closed topic takes no messages, a deleted one is gone with its messages', async () => {
    const id = await createTopic()
    const inside = await ok(sim, 'sendMessage', send({ message_thread_id: id }))
    group.closeTopic(id)
    expect(await refusal(sim, 'sendMessage', send({ message_thread_id: id }))).toBe(
      'Bad Request: TOPIC_CLOSED',
    )
    group.deleteTopic(id)
    expect(await refusal(sim, 'sendMessage', send({ message_thread_id: id }))).toBe(
      'Bad Request: message thread not found',
    )
    expect(await refusal(sim, 'editMessageText', send({ message_id: inside.message_id, text: 'y' }))).toBe(
      'Bad Request: message to edit not found',
    )
    expect(await refusal(sim, 'closeForumTopic', { chat_id: group.id, message_thread_id: id })).toBe(
      'Bad Request: TOPIC_DELETED',
    )
  })

  test('what changes nothing is refused', async () => {
    const id = await createTopic()
    const topic = { chat_id: group.id, message_thread_id: id }
    expect(await refusal(sim, 'reopenForumTopic', topic)).toBe('Bad Request: TOPIC_NOT_MODIFIED')
    expect(await refusal(sim, 'editForumTopic', { ...topic, name: 'Ticket 1' })).toBe(
      'Bad Request: TOPIC_NOT_MODIFIED',
    )
  })

  test('a name has 1 to 128 characters', async () => {
    await createTopic('x'.repeat(128))
    const create = (name: string) => refusal(sim, 'createForumTopic', { chat_id: group.id, name })
    expect(await create('x'.repeat(129))).toBe('Bad Request: TOPIC_TITLE_TOO_LONG')
    expect(await create('  ')).toBe('Bad Request: TOPIC_TITLE_EMPTY')
  })

  test('a right is needed, and a forum', async () => {
    group.promoteBot({ can_pin_messages: true })
    const create = () => refusal(sim, 'createForumTopic', { chat_id: group.id, name: 'x' })
    expect(await create()).toBe('Bad Request: not enough rights to create a topic')
    group.promoteBot('member')
    expect(await create()).toBe('Bad Request: not enough rights to create a topic')
    group.promoteBot('admin')
    group.setForum(false)
    expect(await create()).toBe('Bad Request: the chat is not a forum')
  })
})

describe('a reply', () => {
  test('to an unknown message fails unless that is allowed', async () => {
    expect(await refusal(sim, 'sendMessage', send({ reply_parameters: { message_id: 5555 } }))).toBe(
      'Bad Request: message to be replied not found',
    )
    const sent = await ok(
      sim,
      'sendMessage',
      send({ reply_parameters: { message_id: 5555, allow_sending_without_reply: true } }),
    )
    expect(sent).not.toHaveProperty('reply_to_message')
  })

  test('goes to the topic of the message it replies to', async () => {
    const id = await createTopic()
    const question = group.as(boris).sendText('?', { topic: id })
    const sent = await ok(sim, 'sendMessage', send({ reply_parameters: { message_id: question.message_id } }))
    expect(sent.message_thread_id).toBe(id)
  })
})

describe('being there', () => {
  test('a bot removed from the group is told, and told again at every call', async () => {
    group.removeBot()
    const [update] = await drain(sim)
    expect(update?.my_chat_member).toMatchObject({ new_chat_member: { status: 'kicked' } })
    expect(await call(sim, 'sendMessage', send({}))).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    })
    group.as(boris).sendText('nobody hears')
    expect(await drain(sim)).toEqual([])
    group.addBot('member')
    expect(kinds(await drain(sim))).toEqual(['my_chat_member', 'message'])
  })

  test('leaving a group says so', async () => {
    await ok(sim, 'leaveChat', { chat_id: group.id })
    expect(await refusal(sim, 'sendMessage', send({}))).toBe(
      'Forbidden: bot is not a member of the supergroup chat',
    )
  })

  test('an upgraded group names its new id in the error', async () => {
    const plain = sim.createGroup({ title: 'Plain', kind: 'group' })
    const oldId = plain.id
    await drain(sim)
    plain.upgrade()
    const [from, to] = messagesOf(await drain(sim))
    expect(from).toMatchObject({ chat: { id: oldId, type: 'group' }, migrate_to_chat_id: plain.id })
    expect(to).toMatchObject({ chat: { id: plain.id, type: 'supergroup' }, migrate_from_chat_id: oldId })
    expect(await call(sim, 'sendMessage', { chat_id: oldId, text: 'x' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: plain.id },
    })
    await ok(sim, 'sendMessage', { chat_id: plain.id, text: 'x' })
  })

  test('members have the status they were given', async () => {
    const anna = sim.createUser({ firstName: 'Anna' })
    const status = async (person: Person) =>
      (await ok<{ status: string }>(sim, 'getChatMember', { chat_id: group.id, user_id: person.id })).status
    expect(await status(anna)).toBe('left')
    expect(await status(boris)).toBe('member')
    group.join(anna, { as: 'creator' })
    group.remove(boris)
    expect(await status(anna)).toBe('creator')
    expect(await status(boris)).toBe('kicked')
    expect(await ok(sim, 'getChatMemberCount', { chat_id: group.id })).toBe(2)
    const admins = await ok<{ user: { id: number } }[]>(sim, 'getChatAdministrators', { chat_id: group.id })
    expect(admins.map(({ user }) => user.id).sort()).toEqual([anna.id, sim.botId].sort())
    const unknown = { chat_id: group.id, user_id: 424242 }
    expect(await refusal(sim, 'getChatMember', unknown)).toBe('Bad Request: PARTICIPANT_ID_INVALID')
  })
})

test('pinning posts a service message, and needs the right', async () => {
  const id = await createTopic()
  const sent = await ok(sim, 'sendMessage', send({ message_thread_id: id }))
  await drain(sim)
  const pin = { chat_id: group.id, message_id: sent.message_id }
  await ok(sim, 'pinChatMessage', pin)
  expect(messagesOf(await drain(sim))).toMatchObject([
    { message_thread_id: id, pinned_message: { message_id: sent.message_id } },
  ])
  await ok(sim, 'unpinChatMessage', pin)
  expect(await refusal(sim, 'unpinChatMessage', pin)).toBe('Bad Request: message to unpin not found')
  group.promoteBot('member')
  expect(await refusal(sim, 'pinChatMessage', pin)).toBe(
    'Bad Request: not enough rights to manage pinned messages in the chat',
  )
})
