import { describe, expect, test } from 'vitest'
import { createDispatcher, type DispatcherOptions } from '../../src/delivery/dispatcher.ts'
import type { OutgoingCall } from '../../src/delivery/outgoing-call.ts'
import { openTestDatabase } from '../support/database.ts'
import { createDrivenClock } from '../support/driven-clock.ts'
import { type AppliedCall, createFakeTelegram, type Fault, telegramError } from '../support/fake-telegram.ts'
import { aCall, putCalls } from '../support/outgoing-calls.ts'
import { createTestLog } from '../support/test-log.ts'

async function aDispatcher(
  faultOf?: (call: AppliedCall) => Fault | undefined,
  more: Partial<DispatcherOptions> = {},
) {
  const clock = createDrivenClock()
  const database = await openTestDatabase()
  const telegram = createFakeTelegram(clock, faultOf)
  const log = createTestLog()
  const reports: string[] = []
  const dispatcher = createDispatcher({
    outbox: clock.watch(database.outbox),
    transport: telegram.transport,
    clock,
    log,
    random: () => 0,
    onReports: (lanes) => reports.push(...lanes),
    ...more,
  })
  const put = async (...calls: OutgoingCall[]) => {
    await putCalls(database, calls, clock.now)
    dispatcher.wake()
  }
  const outcomes = async (lane: string) =>
    (await database.inbox.head(lane, clock.now(), 100)).map((event) =>
      event.body.kind === 'outcome' ? event.body.outcome.outcome : null,
    )
  const drain = () => clock.runUntil(dispatcher.whenIdle())
  return { clock, database, telegram, log, dispatcher, put, outcomes, drain, reports }
}

/** Fails the first time with each of the given faults in turn. */
function firstly(...faults: Fault[]): (call: AppliedCall) => Fault | undefined {
  return () => faults.shift()
}

const lost: Fault = { answer: { kind: 'lost', description: 'socket closed' }, applied: true }
const report = { lane: 'reports', when: 'always', data: null } as const

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

  test('keeps the limits of an earlier process', async () => {
    const { put, telegram, dispatcher, drain, clock } = await aDispatcher()
    const toGroup = () => aCall({ chatId: -9 })
    dispatcher.start()
    await put(...Array.from({ length: 20 }, toGroup))
    await drain()
    await dispatcher.stop()
    dispatcher.start()
    await put(toGroup())
    await drain()
    const times = telegram.applied.map((call) => call.at)
    expect((times[20] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(60_000)
    expect(clock.timers).toBeGreaterThan(0)
    await dispatcher.stop()
  })

  test('a stop does not wait for ever for an answer, and the call is not lost', async () => {
    const { put, telegram, dispatcher, drain, clock, database } = await aDispatcher(
      firstly({ answer: 'never', applied: false }),
    )
    dispatcher.start()
    await put(aCall())
    await clock.settle()
    await clock.runUntil(dispatcher.stop(), 6_000)
    expect(await database.outbox.depth()).toBe(1)
    dispatcher.start()
    await drain()
    expect(telegram.applied).toHaveLength(1)
    await dispatcher.stop()
  })

  test('answers are not forgotten while the database is away', async () => {
    let failures = 3
    const { clock, database, telegram } = await aDispatcher()
    const outbox = {
      ...database.outbox,
      settle: async (...args: Parameters<typeof database.outbox.settle>) => {
        failures -= 1
        if (failures >= 0) throw new Error('database is locked')
        return await database.outbox.settle(...args)
      },
    }
    const dispatcher = createDispatcher({
      outbox: clock.watch(outbox),
      transport: telegram.transport,
      clock,
      log: createTestLog(),
    })
    dispatcher.start()
    await putCalls(database, [aCall()], clock.now)
    await clock.runUntil(dispatcher.whenIdle())
    expect(telegram.applied).toHaveLength(1)
    expect(await database.outbox.depth()).toBe(0)
    await dispatcher.stop()
  })

  test('finds calls that nobody woke it for, and calls that lost their sender meanwhile', async () => {
    const { telegram, dispatcher, clock, database } = await aDispatcher()
    dispatcher.start()
    await clock.advance(1_000)
    const [silent, orphan] = [aCall(), aCall({ chatId: 2002 })]
    await putCalls(database, [silent, orphan], clock.now)
    await database.outbox.markSending([orphan.id], clock.now())
    await clock.advance(1_000)
    expect(telegram.applied.map((call) => call.payload.chat_id)).toEqual([1001])
    await clock.advance(62_000)
    expect(telegram.applied.map((call) => call.payload.chat_id)).toEqual([1001, 2002])
    await dispatcher.stop()
  })

  test('a call marked by a connection that broke before it said so goes out once, whatever its policy', async () => {
    let breaks = 1
    const { clock, database, telegram, outcomes } = await aDispatcher()
    const outbox = {
      ...database.outbox,
      markSending: async (...args: Parameters<typeof database.outbox.markSending>) => {
        const marked = await database.outbox.markSending(...args)
        breaks -= 1
        if (breaks >= 0) throw new Error('connection reset')
        return marked
      },
    }
    const dispatcher = createDispatcher({
      outbox: clock.watch(outbox),
      ...{ transport: telegram.transport, clock, log: createTestLog(), sender: 'self' },
    })
    dispatcher.start()
    await putCalls(database, [aCall({ policy: 'at-most-once', report })], clock.now)
    await clock.runUntil(dispatcher.whenIdle())
    expect(telegram.applied).toHaveLength(1)
    expect(await outcomes('reports')).toMatchObject([{ kind: 'sent', maybeTwice: false }])
    await dispatcher.stop()
  })

  test('paused, it sends nothing new, but what is in flight is stored; going on, nothing is sent twice', async () => {
    const { put, telegram, dispatcher, clock, drain } = await aDispatcher(
      firstly({ answer: 'slow', applied: true }),
    )
    dispatcher.start()
    await put(aCall({ payload: { text: 'slow' } }))
    await clock.settle()
    const paused = dispatcher.pause()
    await put(aCall({ chatId: 2002, payload: { text: 'later' } }))
    await clock.advance(1_000)
    await paused
    expect(dispatcher.stats).toMatchObject({ inFlight: 1, sent: 0 })
    dispatcher.start()
    await drain()
    expect(telegram.received.map((call) => call.payload.text)).toEqual(['slow', 'later'])
    expect(dispatcher.stats.sent).toBe(2)
    await dispatcher.stop()
  })

  test('leaves the calls of a process that lives to it, and takes them over when it falls silent', async () => {
    const { telegram, dispatcher, clock, database } = await aDispatcher()
    const call = aCall()
    await putCalls(database, [call], clock.now)
    await database.leases.beat('another', clock.now(), 4_000)
    await database.outbox.markSending([call.id], clock.now(), 'another')
    dispatcher.start()
    await clock.advance(3_500)
    expect(telegram.received).toEqual([])
    await clock.advance(3_500)
    expect(telegram.received).toHaveLength(1)
    await dispatcher.stop()
  })

  test('a stream waits while a call of it is on its way from another process, and goes on in order', async () => {
    const { telegram, dispatcher, clock, database } = await aDispatcher()
    const [first, second] = [aCall({ payload: { text: 'first' } }), aCall({ payload: { text: 'second' } })]
    const elsewhere = aCall({ chatId: 2002, payload: { text: 'elsewhere' } })
    await putCalls(database, [first, second, elsewhere], clock.now)
    await database.leases.beat('another', clock.now(), 60_000)
    await database.outbox.markSending([first.id], clock.now(), 'another')
    dispatcher.start()
    await clock.advance(5_000)
    const sent = () => telegram.received.map((call) => call.payload.text)
    expect(sent()).toEqual(['elsewhere'])
    const given = { maybeTwice: false, countAttempt: false, sender: 'another' }
    await database.outbox.retryLater([first.id], clock.now(), given)
    await clock.advance(3_000)
    expect(sent()).toEqual(['elsewhere', 'first', 'second'])
    await dispatcher.stop()
  })

  test('says of nobody that he is gone while it may not, and keeps his streams in order meanwhile', async () => {
    let mayJudge = false
    const { telegram, dispatcher, clock, database } = await aDispatcher(() => undefined, {
      mayJudge: () => mayJudge,
    })
    const [first, second] = [aCall({ payload: { text: 'first' } }), aCall({ payload: { text: 'second' } })]
    await putCalls(database, [first, second], clock.now)
    await database.outbox.markSending([first.id], clock.now(), 'silent')
    dispatcher.start()
    await clock.advance(5_000)
    expect(telegram.received).toEqual([])
    mayJudge = true
    await clock.advance(5_000)
    expect(telegram.received.map((call) => call.payload.text)).toEqual(['first', 'second'])
    await dispatcher.stop()
  })

  test('who may not send any more marks no call', async () => {
    let maySend = true
    const { put, telegram, dispatcher, clock, database } = await aDispatcher(() => undefined, {
      maySend: () => maySend,
    })
    dispatcher.start()
    await clock.settle()
    maySend = false
    await put(aCall())
    await clock.advance(5_000)
    expect(telegram.received).toEqual([])
    expect(await database.outbox.waiting(0, 5)).toMatchObject([{ attempts: 0 }])
    maySend = true
    await clock.advance(1_000)
    expect(telegram.applied).toHaveLength(1)
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
