import { describe, expect, test } from 'vitest'
import { aDispatcher, firstly, report } from '../support/a-dispatcher.ts'
import { telegramError } from '../support/fake-telegram.ts'
import { aCall } from '../support/outgoing-calls.ts'

describe('dispatcher', () => {
  test('sends what was put before and after the start, in order', async () => {
    const { put, telegram, dispatcher, drain } = await aDispatcher()
    await put(aCall({ payload: { text: 'a' } }), aCall({ payload: { text: 'b' } }))
    dispatcher.start()
    await put(aCall({ payload: { text: 'c' } }))
    await drain()
    expect(telegram.applied.map((call) => call.payload.text)).toEqual(['a', 'b', 'c'])
    await dispatcher.stop()
  })

  test('tells when it has looked at all there is: what is due is on its way, the rest waits', async () => {
    const { put, dispatcher, clock, drain } = await aDispatcher()
    dispatcher.start()
    await put(aCall({ chatId: 1 }), aCall({ chatId: 2, notBefore: new Date(clock.now().getTime() + 60_000) }))
    await dispatcher.whenSeen()
    expect(dispatcher.stats).toMatchObject({ waiting: 1, inFlight: 1, sent: 0 })
    await drain()
    expect(dispatcher.stats).toMatchObject({ waiting: 0, inFlight: 0, sent: 2 })
    await dispatcher.stop()
    await dispatcher.whenSeen()
  })

  test('leaves no timer behind after a stop', async () => {
    const { dispatcher, clock, put, drain } = await aDispatcher()
    dispatcher.start()
    await put(aCall(), aCall())
    await drain()
    await dispatcher.stop()
    expect(clock.timers).toBe(0)
  })

  test('fills in the id of a message that was sent before', async () => {
    const { put, telegram, dispatcher, drain } = await aDispatcher()
    const topic = aCall({ method: 'createForumTopic', chatId: -5, stream: 'topic' })
    const ref = { $ref: topic.id, field: 'message_thread_id', orElse: 'omit' }
    dispatcher.start()
    await put(aCall({ chatId: -5, stream: 'card', payload: { message_thread_id: ref } }), topic)
    await drain()
    expect(telegram.applied.map((call) => [call.method, call.payload.message_thread_id])).toEqual([
      ['createForumTopic', undefined],
      ['sendMessage', 1],
    ])
    await dispatcher.stop()
  })

  test('gives each group a budget of its own', async () => {
    const { put, telegram, dispatcher, clock, drain } = await aDispatcher()
    const inGroup = (chatId: number, count: number) =>
      Array.from({ length: count }, () => aCall({ chatId, payload: { chat_id: chatId } }))
    dispatcher.start()
    await put(...inGroup(-5, 25), ...inGroup(-6, 20))
    await clock.advance(2_000)
    const sentTo = (chatId: number) =>
      telegram.applied.filter(({ payload }) => payload.chat_id === chatId).length
    // One of the twenty is kept for what is urgent.
    expect([sentTo(-5), sentTo(-6)]).toEqual([19, 19])
    await drain()
    expect([sentTo(-5), sentTo(-6)]).toEqual([25, 20])
    await dispatcher.stop()
  })

  test('gives up what refers to a message that was never sent, or sends it without', async () => {
    const { put, telegram, dispatcher, drain, outcomes } = await aDispatcher((call) =>
      call.payload.text === 'card' ? telegramError(400, 'Bad Request: message text is empty') : undefined,
    )
    const card = aCall({ payload: { text: 'card' } })
    const to = (orElse: 'omit' | 'give-up') => ({ $ref: card.id, field: 'message_id', orElse }) as const
    dispatcher.start()
    await put(
      card,
      aCall({ payload: { text: 'edit', message_id: to('give-up') }, report }),
      aCall({ payload: { text: 'reply', reply_parameters: { message_id: to('omit') } } }),
    )
    await drain()
    expect(telegram.applied.map((call) => call.payload)).toEqual([{ text: 'reply' }])
    expect(await outcomes('reports')).toMatchObject([{ kind: 'failed', reason: 'reference-missing' }])
    await dispatcher.stop()
  })

  test('sends photos of one album together, and drops edits that a newer one replaces', async () => {
    const { put, telegram, dispatcher, drain, clock } = await aDispatcher()
    const notBefore = new Date(clock.now().getTime() + 1_500)
    const photo = (file: string, albumIndex: number) =>
      aCall({
        method: 'sendPhoto',
        payload: { chat_id: 1001, photo: file },
        ...{ albumKey: 'k', albumIndex, notBefore },
      })
    const edit = (text: string) =>
      aCall({ method: 'editMessageText', payload: { text }, policy: 'repeatable', coalesceKey: 'counter' })
    dispatcher.start()
    await put(photo('two', 2), photo('one', 1), edit('1'), edit('2'))
    await drain()
    expect(telegram.applied.map((call) => [call.method, call.payload])).toEqual([
      [
        'sendMediaGroup',
        {
          chat_id: 1001,
          media: [
            { type: 'photo', media: 'one' },
            { type: 'photo', media: 'two' },
          ],
        },
      ],
      ['editMessageText', { text: '2' }],
    ])
    await dispatcher.stop()
  })

  test('serves other chats while one does not answer', async () => {
    const { put, telegram, dispatcher, clock } = await aDispatcher(
      firstly({ answer: 'never', applied: false }),
    )
    dispatcher.start()
    await put(aCall({ chatId: 1 }), aCall({ chatId: 1 }), aCall({ chatId: 2 }), aCall({ chatId: 3 }))
    await clock.advance(100)
    expect(telegram.applied.map((call) => call.payload.chat_id)).toEqual([2, 3])
    await clock.runUntil(dispatcher.stop())
  })
})
