import { expect, it } from 'vitest'
import type { Settlement } from '../../src/delivery/outbox-port.ts'
import type { StoredCall } from '../../src/delivery/outgoing-call.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCall, GROUP, NOON, putCalls } from './fixtures.ts'

function sent(call: StoredCall, messageId: number): Settlement {
  return { call, status: 'sent', result: { message_id: messageId }, maybeTwice: false }
}

describeOnEachDatabase('calls for a chat that moves', (provider) => {
  it('follows a group that became a supergroup', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    const elsewhere = aCall('c3', { chatId: 5, stream: '5', payload: { chat_id: 5 } })
    const [, , , , done] = await putCalls(
      database,
      aCall('c1'),
      aCall('c2', { payload: { chat_id: GROUP, text: `${GROUP}` } }),
      elsewhere,
      aCall('c4', { payload: { user_id: 1 } }),
      aCall('c5'),
    )
    if (done) await outbox.settle([sent(done, 1)], NOON)
    await outbox.markSending(['c4'], NOON)
    const news = { lane: 'group:-200', body: { kind: 'due', job: 'moved', data: null } } as const
    expect(await outbox.moveChat(GROUP, -200, [news], NOON)).toEqual(['group:-200'])
    expect(await database.inbox.head('group:-200', NOON, 9)).toMatchObject([{ body: news.body }])
    expect(await outbox.waiting(0, 10)).toMatchObject([
      { chatId: -200, stream: '-200:ticket-1', payload: { chat_id: -200, text: 'c1' } },
      { chatId: -200, payload: { chat_id: -200, text: `${GROUP}` } },
      { chatId: 5, stream: '5', payload: { chat_id: 5 } },
    ])
    expect(await outbox.orphans('anybody', NOON)).toMatchObject([{ chatId: -200, payload: { user_id: 1 } }])
  })

  it('uses no id of the old chat in the new one', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    const inGroup = (id: string, payload: object, stream?: string) =>
      aCall(id, { payload: { chat_id: GROUP, ...payload }, ...(stream === undefined ? {} : { stream }) })
    const ref = { $ref: 'reply', field: 'message_id', orElse: 'omit' } as const
    await putCalls(
      database,
      inGroup('edit', { message_id: 7, text: 'x' }),
      inGroup('reply', { reply_parameters: { message_id: 7, allow_sending_without_reply: true } }),
      inGroup('along', { reply_parameters: { message_id: ref }, message_thread_id: ref }),
      inGroup('topic', { message_thread_id: 7 }, `topic:${GROUP}:7`),
      inGroup('copy', { from_chat_id: 5, message_id: 7 }, `ticket:a${GROUP}`),
      inGroup('later', { message_id: ref }),
    )
    await outbox.moveChat(GROUP, -200, [], NOON)
    const moved = await outbox.waiting(0, 10)
    expect(moved.map(({ id, stream, payload }) => [id, stream, payload])).toEqual([
      ['reply', expect.any(String), { chat_id: -200 }],
      [
        'along',
        expect.any(String),
        { chat_id: -200, reply_parameters: { message_id: ref }, message_thread_id: ref },
      ],
      ['topic', 'topic:-200:7', { chat_id: -200 }],
      ['copy', `ticket:a${GROUP}`, { chat_id: -200, from_chat_id: 5, message_id: 7 }],
      ['later', expect.any(String), { chat_id: -200, message_id: ref }],
    ])
    expect((await outbox.results(['edit'])).get('edit')).toEqual({
      status: 'superseded',
      chatId: GROUP,
      result: null,
    })
  })
})
