import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Group } from '../../../src/simulator/driver/group.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import type { Act, ActorView, SampleKind, UploadAnswer } from '../../../src/simulator/playground/protocol.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { samplePdf, samplePng } from '../../../src/simulator/state/sample-files.ts'
import { drain, kinds, ok } from '../bot-side.ts'
import { done, refusalOf } from './page-side.ts'

let sim: Simulator
let playground: Playground
let anna: Person
let olga: Person
let group: Group
beforeEach(async () => {
  sim = await startSimulator()
  playground = await startPlayground(sim, { pageFolder: '/nowhere' })
  anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  olga = sim.createUser({ firstName: 'Ольга' })
  group = sim.createGroup({ title: 'Staff' })
  group.join(olga)
  await drain(sim)
})
afterEach(async () => {
  await playground.stop()
  await sim.stop()
})

const as = (person: Person): ActorView => ({ as: 'person', personId: person.id })
const hidden = (person: Person): ActorView => ({ as: 'anonymous', personId: person.id })
const asChannel = (person: Person): ActorView => ({ as: 'channel', personId: person.id })
const home = (person: Person) => ({ actor: as(person), place: { chatId: person.chatId } })
const received = async () => (await drain(sim)).map((update) => (update.message ?? {}) as Message)
const lastText = () => anna.lastMessage()?.text

async function upload(bytes: Buffer, name: string): Promise<string> {
  const response = await fetch(`${sim.url}/playground/uploads?name=${name}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
  })
  const answer = (await response.json()) as UploadAnswer
  if (!answer.isOk) throw new Error(answer.error)
  return answer.uploadId
}

describe('sending', () => {
  test('a text, with entities and a reply', async () => {
    const first = await done(sim, { do: 'send-text', text: 'hello', ...home(anna) })
    const entities = [{ type: 'bold', offset: 0, length: 2 }]
    const replyTo = first.messageId ?? 0
    await done(sim, { do: 'send-text', text: 'so be it', entities, replyTo, ...home(anna) })
    expect(await received()).toMatchObject([
      { message_id: first.messageId, text: 'hello', from: { id: anna.id } },
      { text: 'so be it', entities, reply_to_message: { message_id: replyTo } },
    ])
  })

  test('in a topic, as oneself, hidden, for the channel and as another bot', async () => {
    const { id: topicId } = group.createTopic('Delivery')
    group.join(olga, { as: 'administrator' })
    group.linkChannel()
    await drain(sim)
    const place = { chatId: group.id, topicId }
    const actors: ActorView[] = [as(olga), hidden(olga), as(olga), asChannel(olga), { as: 'other-bot' }]
    for (const actor of actors) await done(sim, { do: 'send-text', text: 'x', actor, place })
    const messages = (await received()).filter(({ text }) => text === 'x')
    expect(messages.every(({ message_thread_id }) => message_thread_id === topicId)).toBe(true)
    expect(messages.map(({ from, sender_chat }) => [from?.id, sender_chat?.type])).toEqual([
      [olga.id, undefined],
      [1087968824, 'supergroup'],
      [olga.id, undefined],
      [136_817_688, 'channel'],
      [700_000_001, undefined],
    ])
    const chat = sim.world.chats.get(group.id)
    expect(chat?.kind !== 'private' && chat?.members.get(olga.id)).toMatchObject({ isAnonymous: false })
  })

  test('pictures go as albums of ten, documents as one of their own, the caption on the first', async () => {
    const pictures = await Promise.all(Array.from({ length: 11 }, () => upload(samplePng(), 'a.png')))
    const receipts = [await upload(samplePdf(), 'a.pdf'), await upload(samplePdf(), 'b.pdf')]
    const items = [
      ...pictures.map((uploadId) => ({ uploadId, kind: 'photo' as const })),
      ...receipts.map((uploadId) => ({ uploadId, kind: 'document' as const })),
    ]
    await done(sim, { do: 'send-files', items, caption: 'all of it', ...home(anna) })
    const messages = await received()
    const albums = [...new Set(messages.map(({ media_group_id }) => media_group_id))]
    const sizes = albums.map(
      (album) => messages.filter(({ media_group_id }) => media_group_id === album).length,
    )
    expect(sizes).toEqual([10, 1, 2])
    expect(messages[10]).not.toHaveProperty('media_group_id')
    expect(messages.map(({ caption }) => caption).filter(Boolean)).toEqual(['all of it'])
    expect(messages[0]?.photo?.at(-1)).toMatchObject({ width: 1, height: 1 })
    expect(messages[11]?.document).toMatchObject({ file_name: 'a.pdf' })
  })

  test.each<[SampleKind, keyof Message]>([
    ['photo', 'photo'],
    ['document', 'document'],
    ['video', 'video'],
    ['animation', 'animation'],
    ['audio', 'audio'],
    ['voice', 'voice'],
    ['video_note', 'video_note'],
    ['sticker', 'sticker'],
    ['location', 'location'],
    ['venue', 'venue'],
    ['contact', 'contact'],
    ['poll', 'poll'],
    ['dice', 'dice'],
  ])('a sample %s', async (kind, field) => {
    await done(sim, { do: 'send-sample', kind, ...home(anna) })
    const [message] = await received()
    expect(message).toHaveProperty(field)
  })

  test('a message goes on with its origin, from the private chat into the group', async () => {
    group.join(anna)
    anna.sendText('/start')
    const sent = await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'the answer' })
    await drain(sim)
    const place = { chatId: group.id }
    await done(sim, {
      do: 'forward',
      fromChatId: anna.chatId,
      messageId: sent.message_id,
      actor: as(anna),
      place,
    })
    expect(await received()).toMatchObject([
      {
        from: { id: anna.id },
        text: 'the answer',
        forward_origin: { type: 'user', sender_user: { id: sim.botId } },
      },
    ])
  })

  test('is refused with a sentence', async () => {
    const send = (text: string, { actor, place } = home(anna)): Act => ({
      do: 'send-text',
      text,
      actor,
      place,
    })
    const inGroup = (actor: ActorView, topicId?: number) => ({
      actor,
      place: { chatId: group.id, ...(topicId === undefined ? {} : { topicId }) },
    })
    expect(await refusalOf(sim, send('  '))).toBe('Telegram sends no empty text.')
    expect(await refusalOf(sim, send('x', { actor: as(olga), place: { chatId: anna.chatId } }))).toBe(
      'Only Анна writes in this chat.',
    )
    expect(await refusalOf(sim, send('x', inGroup(as(anna))))).toBe('Анна is not in Staff.')
    expect(await refusalOf(sim, send('x', inGroup(hidden(olga))))).toBe(
      'Ольга is no administrator of Staff, so cannot hide.',
    )
    expect(await refusalOf(sim, send('x', inGroup(asChannel(olga))))).toBe('No channel is linked to Staff.')
    expect(await refusalOf(sim, send('x', inGroup(as(olga), 77)))).toBe('There is no topic 77 in Staff.')
    const topic = group.createTopic('Delivery')
    group.closeTopic(topic.id)
    expect(await refusalOf(sim, send('x', inGroup(as(olga), topic.id)))).toContain('is closed for Ольга.')
    anna.block()
    expect(await refusalOf(sim, send('x'))).toBe('Анна has blocked the bot.')
    anna.deactivate()
    expect(await refusalOf(sim, send('x'))).toBe('The account of Анна is deleted.')
    const caption = 'x'.repeat(1025)
    expect(await refusalOf(sim, { do: 'send-sample', kind: 'photo', caption, ...home(olga) })).toBe(
      'A caption takes 1024 characters; these are 1025.',
    )
    const large = Buffer.concat([samplePng(), Buffer.alloc(10 * 1024 * 1024)])
    for (const bytes of [samplePdf(), large]) {
      const items = [{ uploadId: await upload(bytes, 'a'), kind: 'photo' as const }]
      expect(await refusalOf(sim, { do: 'send-files', items, ...home(olga) })).toContain('send it as a file.')
    }
    expect(olga.messages()).toEqual([])
  })
})

describe('on a message', () => {
  const on = (person: Person, { message_id: messageId }: Message) => ({
    actor: as(person),
    chatId: person.chatId,
    messageId,
  })
  const inGroup = (actor: ActorView, { message_id: messageId }: Message) => ({
    actor,
    chatId: group.id,
    messageId,
  })

  test('its text or its caption is edited', async () => {
    const text = anna.sendText('one')
    const photo = anna.sendPhoto({ caption: 'one' })
    await drain(sim)
    await done(sim, { do: 'edit', text: 'two', ...on(anna, text) })
    await done(sim, { do: 'edit', text: '', ...on(anna, photo) })
    const edits = (await drain(sim)).map(({ edited_message }) => edited_message as Message)
    expect(edits.map(({ text, caption }) => [text, caption])).toEqual([
      ['two', undefined],
      [undefined, undefined],
    ])
  })

  test('it is deleted, and is pinned no more', async () => {
    const message = anna.sendText('one')
    await done(sim, { do: 'pin', ...on(anna, message) })
    await done(sim, { do: 'delete', ...on(anna, message) })
    expect(anna.messages().map(({ text }) => text)).not.toContain('one')
    expect(sim.world.chats.get(anna.chatId)?.pinned).toEqual([])
  })

  test('one reacts, and takes it back', async () => {
    const message = anna.sendText('one')
    const reactions = () => sim.world.chats.get(anna.chatId)?.messages.get(message.message_id)?.reactions
    await done(sim, { do: 'react', emoji: '❤\uFE0F', ...on(anna, message) })
    expect(reactions()?.get(anna.id)).toEqual(['❤'])
    await done(sim, { do: 'react', emoji: null, ...on(anna, message) })
    expect(reactions()?.get(anna.id)).toEqual([])
    expect(await refusalOf(sim, { do: 'react', emoji: '🦖', ...on(anna, message) })).toContain('🦖 is none')
  })

  test('an administrator pins it, which the bot hears, and unpins it, which it does not', async () => {
    const message = group.as(olga).sendText('read this')
    expect(await refusalOf(sim, { do: 'pin', ...inGroup(as(olga), message) })).toContain(
      'Only administrators',
    )
    group.join(olga, { as: 'administrator' })
    await drain(sim)
    await done(sim, { do: 'pin', ...inGroup(as(olga), message) })
    expect(await received()).toMatchObject([{ from: { id: olga.id }, pinned_message: { text: 'read this' } }])
    expect(sim.world.chats.get(group.id)?.pinned).toEqual([message.message_id])
    await done(sim, { do: 'unpin', ...inGroup(as(olga), message) })
    expect(await drain(sim)).toEqual([])
    expect(sim.world.chats.get(group.id)?.pinned).toEqual([])
    expect(await refusalOf(sim, { do: 'unpin', ...inGroup(as(olga), message) })).toContain('is not pinned')
  })

  test('a button is tapped, on an ephemeral message by its receiver alone', async () => {
    group.join(anna)
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }
    const sent = await ok(sim, 'sendMessage', { chat_id: group.id, text: 'x', reply_markup })
    const ephemeral_message_parameters = { receiver_user_id: olga.id }
    await ok(sim, 'sendMessage', { chat_id: group.id, text: 'y', reply_markup, ephemeral_message_parameters })
    await drain(sim)
    const tap = (person: Person, key: string): Act => ({
      ...{ do: 'tap', actor: as(person), chatId: group.id, key, data: 'go' },
    })
    const { tapId } = await done(sim, tap(anna, String(sent.message_id)))
    await done(sim, tap(olga, 'aside:1'))
    const queries = (await drain(sim)).map(({ callback_query }) => callback_query)
    expect(queries).toMatchObject([
      { id: tapId, data: 'go', from: { id: anna.id }, message: { message_id: sent.message_id } },
      { data: 'go', from: { id: olga.id }, message: { ephemeral_message_id: 1 } },
    ])
    expect(await refusalOf(sim, tap(anna, 'aside:1'))).toContain('is not shown')
    expect(await refusalOf(sim, tap(anna, '99999'))).toBe('There is no such message.')
  })

  test('of others nothing is changed, and nothing of what is gone', async () => {
    const message = group.as(olga).sendText('mine')
    group.join(anna)
    expect(await refusalOf(sim, { do: 'edit', text: 'x', ...inGroup(as(anna), message) })).toContain(
      'somebody else',
    )
    expect(await refusalOf(sim, { do: 'delete', ...inGroup(as(anna), message) })).toBe(
      'Only administrators delete what others wrote.',
    )
    await done(sim, { do: 'delete', ...inGroup(as(olga), message) })
    for (const what of ['delete', 'pin'] as const) {
      expect(await refusalOf(sim, { do: what, ...inGroup(as(olga), message) })).toBe(
        'That message is not there any more.',
      )
    }
    const own = group.as(olga).sendText('x')
    expect(await refusalOf(sim, { do: 'edit', text: 'x'.repeat(4097), ...inGroup(as(olga), own) })).toContain(
      '4097',
    )
    expect(await refusalOf(sim, { do: 'edit', text: ' ', ...inGroup(as(olga), own) })).toContain('delete')
  })
})

describe('a person', () => {
  test('is created, changes the language, blocks, unblocks and is gone', async () => {
    const given = { firstName: 'Мария', lastName: 'К', username: '@maria', languageCode: 'ru' }
    const { personId = 0 } = await done(sim, { do: 'create-person', ...given })
    const maria = sim.findUser(personId)
    expect(maria.user).toMatchObject({ first_name: 'Мария', last_name: 'К', username: 'maria' })
    expect(await refusalOf(sim, { do: 'create-person', ...given })).toBe('The name @maria is taken.')
    await done(sim, { do: 'set-language', personId, languageCode: 'pt-br' })
    maria.sendText('oi')
    expect(await received()).toMatchObject([{ from: { id: personId, language_code: 'pt-br' } }])
    await done(sim, { do: 'block', personId })
    await done(sim, { do: 'unblock', personId })
    expect(kinds(await drain(sim))).toEqual(['my_chat_member', 'my_chat_member'])
    await done(sim, { do: 'deactivate', personId })
    expect(await refusalOf(sim, { do: 'block', personId })).toBe('The account of Мария is deleted.')
    expect(
      await refusalOf(sim, { do: 'set-language', personId: anna.id, languageCode: 'русский' }),
    ).toContain('is no language code')
  })

  test('presses a key, which sends its text or what it asks for', async () => {
    anna.sendText('/start')
    const phone = { text: 'My number', request_contact: true }
    const where = { text: 'Where I am', request_location: true }
    const poll = { text: 'A poll', request_poll: {} }
    const reply_markup = { keyboard: [['Menu', phone, where, poll]] }
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup })
    await drain(sim)
    for (const text of ['Menu', 'My number', 'Where I am']) {
      await done(sim, { do: 'press-key', personId: anna.id, text })
    }
    expect(await received()).toMatchObject([
      { text: 'Menu' },
      { contact: { first_name: 'Анна', user_id: anna.id } },
      { location: {} },
    ])
    expect(await refusalOf(sim, { do: 'press-key', personId: anna.id, text: 'A poll' })).toContain(
      'not modelled',
    )
    expect(await refusalOf(sim, { do: 'press-key', personId: anna.id, text: 'Nope' })).toContain(
      'No key Nope',
    )
  })

  test.each([
    ['https://t.me/desk_bot?start=order_1-a', '/start order_1-a'],
    ['t.me/Desk_Bot?start=x', '/start x'],
    ['tg://resolve?domain=desk_bot&start=x', '/start x'],
    ['https://telegram.me/desk_bot', '/start'],
  ])('opens %s', async (url, text) => {
    await done(sim, { do: 'open-link', personId: anna.id, url })
    expect(lastText()).toBe(text)
  })

  test('opens a link into the group they administer, the bot being added', async () => {
    const url = 'https://t.me/desk_bot?startgroup=setup'
    expect(await refusalOf(sim, { do: 'open-link', personId: olga.id, url })).toContain(
      'administers no group',
    )
    const other = sim.createGroup({ title: 'Other', kind: 'supergroup', botRights: 'absent' })
    other.join(olga, { as: 'creator' })
    await done(sim, { do: 'open-link', personId: olga.id, url })
    const updates = await drain(sim)
    expect(kinds(updates)).toEqual(['my_chat_member', 'message', 'message'])
    expect(updates.at(-1)?.message).toMatchObject({ chat: { id: other.id }, text: '/start@desk_bot setup' })
  })

  test.each([
    ['https://t.me/another_bot?start=x', 'leads to @another_bot'],
    ['https://example.com/desk_bot?start=x', 'no link to a bot'],
    ['javascript:alert(1)', 'no link to a bot'],
    [`https://t.me/desk_bot?start=${'x'.repeat(65)}`, 'at most 64'],
    ['https://t.me/desk_bot?start=a%20b', 'at most 64'],
  ])('is not led astray by %s', async (url, words) => {
    expect(await refusalOf(sim, { do: 'open-link', personId: anna.id, url })).toContain(words)
    expect(anna.messages()).toEqual([])
  })
})

describe('a group', () => {
  const chatOf = (id: number) => {
    const chat = sim.world.chats.get(id)
    if (!chat || chat.kind === 'private') throw new Error('no group')
    return chat
  }

  test('is created with the bot, which hears of it', async () => {
    const { groupId = 0 } = await done(sim, {
      ...{ do: 'create-group', title: 'New', kind: 'forum', bot: 'admin' },
      ownerId: olga.id,
    })
    expect(chatOf(groupId)).toMatchObject({ title: 'New', kind: 'supergroup', isForum: true })
    expect(kinds(await drain(sim))).toEqual(['my_chat_member', 'message'])
    const rights = ['can_pin_messages']
    await done(sim, { do: 'set-bot', groupId, byId: olga.id, bot: rights })
    expect(chatOf(groupId).members.get(sim.botId)).toMatchObject({
      status: 'administrator',
      rights: { can_pin_messages: true },
    })
    await done(sim, { do: 'set-bot', groupId, byId: olga.id, bot: 'absent' })
    expect(chatOf(groupId).members.get(sim.botId)?.status).toBe('kicked')
    expect(await refusalOf(sim, { do: 'set-bot', groupId, byId: olga.id, bot: 'absent' })).toBe(
      'The bot is not in New.',
    )
  })

  test('is joined, left, and one is removed from it', async () => {
    const ivan = sim.createUser({ firstName: 'Иван' })
    group.join(ivan)
    const statusOf = (person: Person) => chatOf(group.id).members.get(person.id)?.status
    await done(sim, { do: 'join', groupId: group.id, personId: anna.id, as: 'administrator' })
    expect(statusOf(anna)).toBe('administrator')
    await done(sim, { do: 'leave', groupId: group.id, personId: anna.id })
    expect(statusOf(anna)).toBe('left')
    await done(sim, { do: 'remove', groupId: group.id, personId: ivan.id, byId: olga.id })
    expect(statusOf(ivan)).toBe('kicked')
    expect(await refusalOf(sim, { do: 'leave', groupId: group.id, personId: anna.id })).toBe(
      'Анна is not in Staff.',
    )
  })

  test('has topics that are created, closed, reopened and deleted', async () => {
    const groupId = group.id
    const { topicId = 0 } = await done(sim, {
      do: 'create-topic',
      groupId,
      name: 'Delivery',
      personId: olga.id,
    })
    const stateOf = () => chatOf(groupId).topics.get(topicId)?.state
    const own = group.as(olga).sendText('x', { topic: topicId })
    await done(sim, { do: 'close-topic', groupId, byId: olga.id, topicId })
    expect(stateOf()).toBe('closed')
    expect(await refusalOf(sim, { do: 'close-topic', groupId, byId: olga.id, topicId })).toContain(
      'closed already',
    )
    await done(sim, { do: 'reopen-topic', groupId, byId: olga.id, topicId })
    expect(stateOf()).toBe('open')
    await done(sim, { do: 'delete-topic', groupId, topicId })
    expect(stateOf()).toBe('deleted')
    expect(chatOf(groupId).messages.get(own.message_id)?.deleted).toBe(true)
    expect(await refusalOf(sim, { do: 'reopen-topic', groupId, byId: olga.id, topicId })).toContain(
      'not in Staff any more',
    )
    await done(sim, { do: 'set-forum', groupId, isForum: false })
    expect(chatOf(groupId).isForum).toBe(false)
    const create: Act = { do: 'create-topic', groupId, name: 'Returns', personId: olga.id }
    expect(await refusalOf(sim, create)).toBe('Topics are switched off in Staff.')
  })

  test('is upgraded, and the old one is over', async () => {
    const plain = sim.createGroup({ title: 'Plain', kind: 'group' })
    plain.join(olga)
    const groupId = plain.id
    expect(await refusalOf(sim, { do: 'set-forum', groupId, isForum: true })).toContain('upgrade it')
    const upgraded = await done(sim, { do: 'upgrade', groupId, byId: olga.id })
    expect(chatOf(groupId).upgradedTo).toBe(upgraded.groupId)
    expect(plain.id).toBe(upgraded.groupId)
    expect(await refusalOf(sim, { do: 'upgrade', groupId, byId: olga.id })).toContain(
      'has become a supergroup',
    )
    expect(await refusalOf(sim, { do: 'upgrade', groupId: plain.id, byId: olga.id })).toBe(
      'Plain is a supergroup already.',
    )
    const place = { chatId: plain.id }
    await done(sim, { do: 'send-text', text: 'here now', actor: as(olga), place })
  })

  test('is linked to a channel, and unlinked', async () => {
    await done(sim, { do: 'link-channel', groupId: group.id, isLinked: true })
    expect(chatOf(group.id).linkedChatId).toBeLessThan(0)
    await done(sim, { do: 'link-channel', groupId: group.id, isLinked: false })
    expect(chatOf(group.id).linkedChatId).toBeUndefined()
  })
})
