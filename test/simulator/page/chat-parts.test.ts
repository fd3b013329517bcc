import { expect, test } from 'vitest'
import { REACTION_EMOJIS } from '../../../src/simulator/methods/reaction-emojis.ts'
import { REACTIONS } from '../../../src/simulator/page/chat/emojis.ts'
import { mayDelete } from '../../../src/simulator/page/chat/may-delete.ts'
import { albumRows, pickSize } from '../../../src/simulator/page/chat/pick-size.ts'
import { preview } from '../../../src/simulator/page/chat/preview.ts'
import { senderOf } from '../../../src/simulator/page/chat/sender.ts'
import { serviceWords } from '../../../src/simulator/page/chat/service-words.ts'
import { chatEn } from '../../../src/simulator/page/words/chat-en.ts'
import type { GroupView } from '../../../src/simulator/playground/protocol.ts'
import { aView } from './a-view.ts'

const anna = { id: 1, is_bot: false, first_name: 'Anna' }
const olga = { id: 2, is_bot: false, first_name: 'Olga', last_name: 'Petrova' }
const reader = { locale: 'en', now: 0 }
const group = { id: -100, type: 'supergroup' as const, title: 'Support' }

test('whatever the server lets people react with is on offer', () => {
  expect([...REACTIONS].sort()).toEqual([...REACTION_EMOJIS].sort())
})

test('the rows of an album hold all its items, four at most in one', () => {
  for (let count = 1; count <= 10; count += 1) {
    const rows = albumRows(count)
    expect(rows.reduce((sum, row) => sum + row, 0)).toBe(count)
    expect(Math.max(...rows)).toBeLessThanOrEqual(4)
    expect(Math.min(...rows)).toBeGreaterThan(0)
  }
})

test('the smallest size of a photo that fits is asked for', () => {
  const size = (width: number) => ({
    file_id: `f${width}`,
    file_unique_id: `u${width}`,
    width,
    height: width,
  })
  const sizes = [size(1280), size(90), size(320)]
  expect(pickSize(sizes, 200, 200)?.width).toBe(320)
  expect(pickSize(sizes, 90, 90)?.width).toBe(90)
  expect(pickSize(sizes, 5_000, 5_000)?.width).toBe(1280)
  expect(pickSize([], 1, 1)).toBeUndefined()
})

test('who writes for a group or a channel is shown as it', () => {
  const byTelegram = { from: { ...anna, is_bot: true }, chat: group }
  expect(senderOf(aView({ message: { ...byTelegram, sender_chat: group } }).message)).toMatchObject({
    kind: 'anonymous',
    name: 'Support',
  })
  const channel = { id: -7, type: 'channel' as const, title: 'News' }
  expect(senderOf(aView({ message: { ...byTelegram, sender_chat: channel } }).message)).toMatchObject({
    kind: 'channel',
    name: 'News',
  })
  expect(senderOf(aView({ message: { from: olga, chat: group } }).message)).toMatchObject({
    kind: 'person',
    name: 'Olga Petrova',
  })
})

test('in a group others’ messages are deleted by those who may', () => {
  const member = {
    userId: 1,
    status: 'administrator' as const,
    isAnonymous: false,
    rights: ['can_delete_messages'],
  }
  const view: GroupView = {
    ...{ id: -100, title: 'Support', kind: 'supergroup', isForum: true, topics: [], pinned: [] },
    ...{ members: [member], linkedChannelId: null, upgradedTo: null },
  }
  const may = (personId: number, isOwnOne: boolean) =>
    mayDelete({ chatId: -100, actor: { as: 'person', personId } }, isOwnOne, [view])
  expect(may(1, false)).toBe(true)
  expect(may(2, false)).toBe(false)
  expect(may(2, true)).toBe(true)
  expect(mayDelete({ chatId: 2, actor: { as: 'person', personId: 2 } }, false, [view])).toBe(true)
  const asChannel = { as: 'channel' as const, personId: 1 }
  expect(mayDelete({ chatId: -100, actor: asChannel }, false, [view])).toBe(true)
})

test('a message in a line tells what it carries and what it says', () => {
  const line = (message: object) => preview(aView({ message }).message, chatEn, reader)
  expect(line({ text: 'One\n  two' })).toBe('One two')
  expect(line({ photo: [], caption: 'The parcel' })).toBe('Photo, The parcel')
  expect(line({ document: { file_id: 'f', file_unique_id: 'u', file_name: 'receipt.pdf' } })).toBe(
    'receipt.pdf',
  )
  const blocks = [
    { type: 'heading', text: 'Ticket 1' },
    { type: 'table', cells: [[{ text: 'From' }, { text: ['Anna ', { type: 'bold', text: 'P.' }] }]] },
  ]
  expect(line({ rich_message: { blocks } })).toBe('Ticket 1 From Anna P.')
})

test('what happened in the chat is told in a sentence', () => {
  const words = (message: object) => serviceWords(aView({ message }).message, chatEn, reader)
  expect(words({ text: 'hi' })).toBeNull()
  expect(words({ from: anna, new_chat_members: [anna] })).toBe('Anna joined the group')
  expect(words({ from: anna, new_chat_members: [olga] })).toBe('Anna added Olga Petrova')
  expect(words({ from: olga, left_chat_member: olga })).toBe('Olga Petrova left the group')
  expect(words({ from: anna, forum_topic_created: { name: '№ 5', icon_color: 1 } })).toBe(
    'Anna created the topic “№ 5”',
  )
  const pinned = aView({ message: { text: 'x'.repeat(50) } }).message
  expect(words({ from: anna, pinned_message: pinned })).toBe(`Anna pinned “${'x'.repeat(40)}…”`)
})

test('a moment in a line is told as the message itself tells it', () => {
  const entity = { type: 'date_time', offset: 4, length: 5, unix_time: 7_200, date_time_format: 'r' }
  const bold = { type: 'bold', offset: 0, length: 9 }
  const line = (message: object, locale = 'en') =>
    preview(aView({ message }).message, chatEn, { locale, now: 0 })
  expect(line({ text: 'due (due)!', entities: [bold, entity] })).toBe('due in 2 hours!')
  expect(line({ caption: 'due (due)!', caption_entities: [entity], photo: [] }, 'ru')).toBe(
    'Photo, due через 2 часа!',
  )
  const moment = { type: 'date_time', text: '(due)', unix_time: 7_200, date_time_format: 'r' }
  const blocks = [{ type: 'table', cells: [[{ text: 'Promised' }, { text: ['at noon, ', moment] }]] }]
  expect(line({ rich_message: { blocks } })).toBe('Promised at noon, in 2 hours')
  // What has no format of its own stays as it was written.
  expect(line({ text: 'due (due)!', entities: [{ ...entity, date_time_format: '' }] })).toBe('due (due)!')
})
