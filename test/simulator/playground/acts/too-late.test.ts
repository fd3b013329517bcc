import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../../bot-side.ts'
import { done, refusalOf } from '../page-side.ts'
import { as, home, openStage, type Stage } from './open-stage.ts'

let { sim, anna, olga, group, stop } = {} as Stage
beforeEach(async () => {
  ;({ sim, anna, olga, group, stop } = await openStage())
})
afterEach(() => stop())

/** The page learns of things a moment after they happen, so that somebody may act on what is gone. */
describe('too late', () => {
  test('is a reply to what is deleted, with a text, a file or a sample', async () => {
    const { message_id: replyTo } = anna.sendText('one')
    anna.deleteMessage(replyTo)
    const gone = { reason: 'reply-gone' }
    expect(await refusalOf(sim, { do: 'send-text', text: 'x', replyTo, ...home(anna) })).toEqual(gone)
    expect(await refusalOf(sim, { do: 'send-sample', kind: 'poll', replyTo, ...home(anna) })).toEqual(gone)
  })

  test('is a key once the bot is blocked, and a link that begins the chat', async () => {
    anna.sendText('/start')
    const reply_markup = { keyboard: [['Menu']] }
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup })
    anna.block()
    const blocked = { reason: 'bot-blocked', name: 'Анна' }
    expect(await refusalOf(sim, { do: 'press-key', personId: anna.id, text: 'Menu' })).toEqual(blocked)
    const url = 'https://t.me/desk_bot?start=x'
    expect(await refusalOf(sim, { do: 'open-link', personId: anna.id, url })).toEqual(blocked)
  })

  test('is a topic of the private chat once the bot is blocked', async () => {
    await done(sim, { do: 'set-server', privateTopics: true })
    anna.block()
    const create = { do: 'create-topic', groupId: anna.id, name: 'x', personId: anna.id } as const
    expect(await refusalOf(sim, create)).toEqual({ reason: 'bot-blocked', name: 'Анна' })
    const remove = { do: 'delete-topic', groupId: anna.id, topicId: 77 } as const
    expect(await refusalOf(sim, remove)).toEqual({ reason: 'topic-gone' })
  })
})

test('what only tells of the group is neither forwarded nor pinned', async () => {
  group.join(anna, { as: 'administrator' })
  const told = group.messages().find(({ new_chat_members }) => new_chat_members)?.message_id ?? 0
  const forward = { do: 'forward', fromChatId: group.id, messageId: told, ...home(anna) } as const
  expect(await refusalOf(sim, forward)).toEqual({ reason: 'not-shared' })
  const pin = { do: 'pin', actor: as(anna), chatId: group.id, messageId: told } as const
  expect(await refusalOf(sim, pin)).toEqual({ reason: 'not-pinnable' })
})

test('another bot edits and deletes what it wrote, and nothing else', async () => {
  const other = { as: 'other-bot' } as const
  const place = { chatId: group.id }
  const { messageId = 0 } = await done(sim, { do: 'send-text', text: 'one', actor: other, place })
  const on = { actor: other, chatId: group.id }
  await done(sim, { do: 'edit', text: 'two', messageId, ...on })
  await done(sim, { do: 'delete', messageId, ...on })
  const { message_id } = group.as(olga).sendText('mine')
  expect(await refusalOf(sim, { do: 'edit', text: 'x', messageId: message_id, ...on })).toEqual({
    reason: 'edit-others',
  })
})
