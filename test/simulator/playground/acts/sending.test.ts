import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../../../src/simulator/bot-api/types.ts'
import type { Act, ActorView, SampleKind } from '../../../../src/simulator/playground/act-protocol.ts'
import { samplePdf, samplePng } from '../../../../src/simulator/state/sample-files.ts'
import { drain, ok } from '../../bot-side.ts'
import { done, refusalOf, upload } from '../page-side.ts'
import { as, asChannel, hidden, home, openStage, received, type Stage } from './open-stage.ts'

let { sim, anna, olga, group, stop } = {} as Stage
beforeEach(async () => {
  ;({ sim, anna, olga, group, stop } = await openStage())
})
afterEach(() => stop())

describe('sending', () => {
  test('a text, with entities and a reply', async () => {
    const first = await done(sim, { do: 'send-text', text: 'hello', ...home(anna) })
    const entities = [{ type: 'bold', offset: 0, length: 2 }]
    const replyTo = first.messageId ?? 0
    await done(sim, { do: 'send-text', text: 'so be it', entities, replyTo, ...home(anna) })
    expect(await received(sim)).toMatchObject([
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
    const messages = (await received(sim)).filter(({ text }) => text === 'x')
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
    const pictures = await Promise.all(Array.from({ length: 11 }, () => upload(sim, samplePng(), 'a.png')))
    const receipts = [await upload(sim, samplePdf(), 'a.pdf'), await upload(sim, samplePdf(), 'b.pdf')]
    const items = [
      ...pictures.map((uploadId) => ({ uploadId, kind: 'photo' as const })),
      ...receipts.map((uploadId) => ({ uploadId, kind: 'document' as const })),
    ]
    await done(sim, { do: 'send-files', items, caption: 'all of it', ...home(anna) })
    const messages = await received(sim)
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
    const [message] = await received(sim)
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
    expect(await received(sim)).toMatchObject([
      {
        from: { id: anna.id },
        text: 'the answer',
        forward_origin: { type: 'user', sender_user: { id: sim.botId } },
      },
    ])
  })

  test('is refused with the reason', async () => {
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
    expect(await refusalOf(sim, send('  '))).toEqual({ reason: 'no-text' })
    expect(await refusalOf(sim, send('x', { actor: as(olga), place: { chatId: anna.chatId } }))).toEqual({
      reason: 'others-chat',
      name: 'Анна',
    })
    expect(await refusalOf(sim, send('x', inGroup(as(anna))))).toEqual({
      reason: 'no-member',
      name: 'Анна',
      title: 'Staff',
    })
    expect(await refusalOf(sim, send('x', inGroup(hidden(olga))))).toEqual({
      reason: 'no-admin',
      name: 'Ольга',
      title: 'Staff',
    })
    expect(await refusalOf(sim, send('x', inGroup(asChannel(olga))))).toEqual({
      reason: 'no-channel',
      title: 'Staff',
    })
    expect(await refusalOf(sim, send('x', inGroup(as(olga), 77)))).toEqual({ reason: 'topic-gone' })
    const topic = group.createTopic('Delivery')
    group.closeTopic(topic.id)
    expect(await refusalOf(sim, send('x', inGroup(as(olga), topic.id)))).toEqual({
      reason: 'topic-closed',
      topic: 'Delivery',
    })
    anna.block()
    expect(await refusalOf(sim, send('x'))).toEqual({ reason: 'bot-blocked', name: 'Анна' })
    anna.deactivate()
    expect(await refusalOf(sim, send('x'))).toEqual({ reason: 'account-deleted', name: 'Анна' })
    const caption = 'x'.repeat(1025)
    expect(await refusalOf(sim, { do: 'send-sample', kind: 'photo', caption, ...home(olga) })).toEqual({
      reason: 'caption-too-long',
      most: 1024,
      length: 1025,
    })
    const large = Buffer.concat([samplePng(), Buffer.alloc(10 * 1024 * 1024)])
    const photo = async (bytes: Buffer) => {
      const items = [{ uploadId: await upload(sim, bytes, 'a.jpg'), kind: 'photo' as const }]
      return refusalOf(sim, { do: 'send-files', items, ...home(olga) })
    }
    expect(await photo(samplePdf())).toEqual({ reason: 'no-photo', file: 'a.jpg' })
    expect(await photo(large)).toEqual({ reason: 'photo-too-large', file: 'a.jpg', megabytes: 10 })
    expect(olga.messages()).toEqual([])
  })
})

test('samples are written in the language of whoever sends them', async () => {
  for (const person of [anna, olga]) {
    await done(sim, { do: 'send-sample', kind: 'poll', ...home(person) })
    await done(sim, { do: 'send-sample', kind: 'venue', ...home(person) })
  }
  const [inRussian, inEnglish] = [anna, olga].map((person) => {
    const [{ poll } = {}, { venue } = {}] = person.messages()
    const choices = poll?.options.map(({ text }) => text) ?? []
    return [poll?.question, ...choices, venue?.title, venue?.address].join()
  })
  expect(inRussian).not.toMatch(/[a-z]/i)
  expect(inEnglish).not.toMatch(/[а-яё]/i)
})
