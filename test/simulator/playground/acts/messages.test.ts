import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../../../src/simulator/bot-api/types.ts'
import type { Person } from '../../../../src/simulator/driver/person.ts'
import type { Act, ActorView } from '../../../../src/simulator/playground/act-protocol.ts'
import { samplePdf, samplePng } from '../../../../src/simulator/state/sample-files.ts'
import { drain, ok } from '../../bot-side.ts'
import { done, refusalOf, upload } from '../page-side.ts'
import { as, openStage, received, type Stage } from './open-stage.ts'

let { sim, anna, olga, group, stop } = {} as Stage
beforeEach(async () => {
  ;({ sim, anna, olga, group, stop } = await openStage())
})
afterEach(() => stop())

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

  test('its photo or its document is replaced by another of the kind', async () => {
    const photo = anna.sendPhoto({ caption: 'one' })
    const document = anna.sendDocument({ caption: 'one' })
    await drain(sim)
    const item = async (bytes: Buffer, name: string, kind: 'photo' | 'document') => ({
      uploadId: await upload(sim, bytes, name),
      kind,
    })
    const picture = await item(samplePng(), 'a.png', 'photo')
    const receipt = await item(samplePdf(), 'b.pdf', 'document')
    await done(sim, { do: 'edit', text: 'two', item: picture, ...on(anna, photo) })
    await done(sim, { do: 'edit', text: '', item: receipt, ...on(anna, document) })
    const edits = (await drain(sim)).map(({ edited_message }) => edited_message as Message)
    expect(edits).toMatchObject([
      { message_id: photo.message_id, caption: 'two', photo: [{ width: 1 }], edit_date: expect.any(Number) },
      { message_id: document.message_id, document: { file_name: 'b.pdf' }, edit_date: expect.any(Number) },
    ])
    expect(edits[0]?.photo?.at(-1)?.file_unique_id).not.toBe(photo.photo?.at(-1)?.file_unique_id)
    expect(edits[1]).not.toHaveProperty('caption')
    expect(anna.messages().at(-2)).toMatchObject({ caption: 'two', photo: edits[0]?.photo })

    const replace = (message: Message, by: typeof picture): Act => ({
      ...{ do: 'edit', text: '', item: by, ...on(anna, message) },
    })
    expect(await refusalOf(sim, replace(photo, picture))).toEqual({ reason: 'upload-gone' })
    const noPhoto = await item(samplePdf(), 'c.pdf', 'photo')
    expect(await refusalOf(sim, replace(photo, noPhoto))).toEqual({ reason: 'no-photo', file: 'c.pdf' })
    const large = await item(Buffer.concat([samplePng(), Buffer.alloc(10 * 1024 * 1024)]), 'd.png', 'photo')
    expect(await refusalOf(sim, replace(photo, large))).toEqual({
      reason: 'photo-too-large',
      file: 'd.png',
      megabytes: 10,
    })
    for (const other of [document, anna.sendText('x'), anna.sendSticker()])
      expect(await refusalOf(sim, replace(other, large))).toEqual({ reason: 'not-replaceable' })
    expect(await refusalOf(sim, replace(anna.forward(photo), large))).toEqual({ reason: 'edit-forwarded' })
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
    expect(await refusalOf(sim, { do: 'react', emoji: '🦖', ...on(anna, message) })).toEqual({
      reason: 'no-reaction',
      emoji: '🦖',
    })
  })

  test('an administrator pins it, which the bot hears, and unpins it, which it does not', async () => {
    const message = group.as(olga).sendText('read this')
    expect(await refusalOf(sim, { do: 'pin', ...inGroup(as(olga), message) })).toEqual({
      reason: 'pin-by-admins',
    })
    group.join(olga, { as: 'administrator' })
    await drain(sim)
    await done(sim, { do: 'pin', ...inGroup(as(olga), message) })
    expect(await received(sim)).toMatchObject([
      { from: { id: olga.id }, pinned_message: { text: 'read this' } },
    ])
    expect(sim.world.chats.get(group.id)?.pinned).toEqual([message.message_id])
    await done(sim, { do: 'unpin', ...inGroup(as(olga), message) })
    expect(await drain(sim)).toEqual([])
    expect(sim.world.chats.get(group.id)?.pinned).toEqual([])
    expect(await refusalOf(sim, { do: 'unpin', ...inGroup(as(olga), message) })).toEqual({
      reason: 'not-pinned',
    })
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
    expect(await refusalOf(sim, tap(anna, 'aside:1'))).toEqual({ reason: 'message-gone' })
    expect(await refusalOf(sim, tap(anna, '99999'))).toEqual({ reason: 'message-gone' })
  })

  test('of others nothing is changed, and nothing of what is gone', async () => {
    const message = group.as(olga).sendText('mine')
    group.join(anna)
    expect(await refusalOf(sim, { do: 'edit', text: 'x', ...inGroup(as(anna), message) })).toEqual({
      reason: 'edit-others',
    })
    expect(await refusalOf(sim, { do: 'delete', ...inGroup(as(anna), message) })).toEqual({
      reason: 'delete-others',
    })
    await done(sim, { do: 'delete', ...inGroup(as(olga), message) })
    for (const what of ['delete', 'pin'] as const) {
      expect(await refusalOf(sim, { do: what, ...inGroup(as(olga), message) })).toEqual({
        reason: 'message-gone',
      })
    }
    const own = group.as(olga).sendText('x')
    expect(await refusalOf(sim, { do: 'edit', text: 'x'.repeat(4097), ...inGroup(as(olga), own) })).toEqual({
      reason: 'text-too-long',
      most: 4096,
      length: 4097,
    })
    expect(await refusalOf(sim, { do: 'edit', text: ' ', ...inGroup(as(olga), own) })).toEqual({
      reason: 'edit-to-nothing',
    })
  })
})
