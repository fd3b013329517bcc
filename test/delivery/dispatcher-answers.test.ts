import { describe, expect, test } from 'vitest'
import { aDispatcher, firstly, lost, report } from '../support/a-dispatcher.ts'
import { telegramError } from '../support/fake-telegram.ts'
import { aCall } from '../support/outgoing-calls.ts'

describe('what a dispatcher makes of an answer', () => {
  test('sends what must arrive again after a lost answer, and marks it as possibly doubled', async () => {
    const { put, telegram, dispatcher, drain, outcomes, reports } = await aDispatcher(firstly(lost))
    dispatcher.start()
    await put(aCall({ report }))
    await drain()
    expect(telegram.applied).toHaveLength(2)
    expect(await outcomes('reports')).toEqual([{ kind: 'sent', result: { message_id: 2 }, maybeTwice: true }])
    expect(reports).toEqual(['reports'])
    await dispatcher.stop()
  })

  test('leaves what may be missed as unknown after a lost answer', async () => {
    const { put, telegram, dispatcher, drain, outcomes } = await aDispatcher(firstly(lost))
    dispatcher.start()
    await put(aCall({ policy: 'at-most-once', report }), aCall())
    await drain()
    expect(telegram.applied).toHaveLength(2)
    expect(await outcomes('reports')).toEqual([{ kind: 'unknown' }])
    await dispatcher.stop()
  })

  test('counts an answer that takes too long as lost', async () => {
    const { put, telegram, dispatcher, drain, clock } = await aDispatcher(
      firstly({ answer: 'never', applied: true }),
    )
    dispatcher.start()
    await put(aCall())
    const before = clock.now().getTime()
    await drain()
    expect(telegram.applied).toHaveLength(2)
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(30_000)
    await dispatcher.stop()
  })

  test('leaves a chat alone as long as Telegram asks, and serves the others', async () => {
    const { put, telegram, dispatcher, drain, clock } = await aDispatcher(
      firstly(telegramError(429, 'Too Many Requests: retry after 7', { retry_after: 7 })),
    )
    dispatcher.start()
    const start = clock.now().getTime()
    await put(aCall({ chatId: -1, stream: 'a' }))
    await clock.settle()
    await put(aCall({ chatId: -1, stream: 'b', priority: 0 }), aCall({ chatId: 2 }))
    await drain()
    const ofGroup = telegram.applied.filter((call) => call.payload.chat_id === -1)
    expect(ofGroup.map((call) => call.at - start)).toEqual([7_000, 7_000])
    expect(telegram.applied.find((call) => call.payload.chat_id === 2)?.at).toBe(start)
    await dispatcher.stop()
  })

  test('sends again without formatting what Telegram cannot parse', async () => {
    const { put, telegram, dispatcher, drain, log } = await aDispatcher((call) =>
      call.payload.parse_mode ? telegramError(400, "Bad Request: can't parse entities: x") : undefined,
    )
    dispatcher.start()
    await put(aCall({ payload: { text: '<b>1 &lt; 2</b>', parse_mode: 'HTML' } }))
    await drain()
    expect(telegram.applied.map((call) => call.payload)).toEqual([{ text: '1 < 2' }])
    expect(log.lines.filter((line) => line.level === 'error')).toHaveLength(1)
    await dispatcher.stop()
  })

  test('a finally failed call does not block its stream', async () => {
    const { put, telegram, dispatcher, drain, outcomes } = await aDispatcher(
      firstly(telegramError(403, 'Forbidden: user is deactivated')),
    )
    dispatcher.start()
    await put(aCall({ report }), aCall({ payload: { text: 'next' } }))
    await drain()
    expect(telegram.applied.map((call) => call.payload.text)).toEqual(['next'])
    expect(await outcomes('reports')).toMatchObject([{ kind: 'failed', reason: 'deactivated' }])
    await dispatcher.stop()
  })

  test('counts an edit that changes nothing and the deletion of what is gone as done', async () => {
    const { put, dispatcher, drain, outcomes } = await aDispatcher(
      firstly(
        telegramError(400, 'Bad Request: message is not modified: specified new message content'),
        telegramError(400, 'Bad Request: message to delete not found'),
      ),
    )
    dispatcher.start()
    await put(
      aCall({ method: 'editMessageText', policy: 'repeatable', report }),
      aCall({ method: 'deleteMessage', policy: 'repeatable', report }),
    )
    await drain()
    expect(await outcomes('reports')).toMatchObject([{ kind: 'sent' }, { kind: 'sent' }])
    await dispatcher.stop()
  })

  test('follows a group that became a supergroup', async () => {
    const { put, telegram, dispatcher, drain, database, clock, reports } = await aDispatcher(
      (call) =>
        call.payload.chat_id === -7
          ? telegramError(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1007 })
          : undefined,
      { newsOfMove: (from, to) => [{ lane: 'news', body: { kind: 'due', job: 'moved', data: [from, to] } }] },
    )
    dispatcher.start()
    const toGroup = (text: string) => aCall({ chatId: -7, payload: { chat_id: -7, text } })
    await put(toGroup('a'), toGroup('b'))
    await drain()
    expect(telegram.applied.map((call) => [call.payload.chat_id, call.payload.text])).toEqual([
      [-1007, 'a'],
      [-1007, 'b'],
    ])
    expect(reports).toEqual(['news'])
    expect(await database.inbox.head('news', clock.now(), 9)).toMatchObject([{ body: { data: [-7, -1007] } }])
    await dispatcher.stop()
  })

  test('takes a copy’s source that has moved for a refusal, not for news of the chat it goes to', async () => {
    const { put, telegram, dispatcher, drain, outcomes } = await aDispatcher(
      firstly(telegramError(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1007 })),
    )
    dispatcher.start()
    await put(
      aCall({ method: 'copyMessage', payload: { chat_id: 1001, from_chat_id: -7, message_id: 3 }, report }),
    )
    await put(aCall({ payload: { chat_id: 1001, text: 'next' } }))
    await drain()
    expect(telegram.applied.map((call) => call.payload.chat_id)).toEqual([1001])
    expect(await outcomes('reports')).toMatchObject([{ kind: 'failed', reason: 'refused' }])
    await dispatcher.stop()
  })

  test('stops sending and keeps everything when the token is revoked', async () => {
    const told: string[] = []
    const { put, telegram, dispatcher, drain, database, clock } = await aDispatcher(
      firstly(telegramError(401, 'Unauthorized')),
      { onTokenRevoked: () => void told.push('revoked') },
    )
    dispatcher.start()
    await put(aCall(), aCall())
    await drain()
    await clock.advance(120_000)
    expect([telegram.received.length, telegram.applied.length, told]).toEqual([1, 0, ['revoked']])
    expect(await database.outbox.depth()).toBe(2)
    expect(dispatcher.stats.halted).toBe(true)
    await dispatcher.stop()
  })

  test('sends the parts of a refused album one by one', async () => {
    const { put, telegram, dispatcher, drain } = await aDispatcher((call) =>
      call.method === 'sendMediaGroup' ? telegramError(400, 'Bad Request: wrong file identifier') : undefined,
    )
    const part = (albumIndex: number) =>
      aCall({ method: 'sendPhoto', payload: { photo: `${albumIndex}` }, albumKey: 'k', albumIndex })
    dispatcher.start()
    await put(part(1), part(2))
    await drain()
    expect(telegram.applied.map((call) => [call.method, call.payload.photo])).toEqual([
      ['sendPhoto', '1'],
      ['sendPhoto', '2'],
    ])
    await dispatcher.stop()
  })
})
