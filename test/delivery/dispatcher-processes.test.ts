import { describe, expect, test } from 'vitest'
import { createDispatcher } from '../../src/delivery/dispatcher.ts'
import { aDispatcher, firstly, report } from '../support/a-dispatcher.ts'
import { aCall, putCalls } from '../support/outgoing-calls.ts'
import { createTestLog } from '../support/test-log.ts'

describe('a dispatcher, its database and other processes', () => {
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

  test('serves a person’s chat again after the store did not let its call be taken, however often', async () => {
    let failures = 10
    const { clock, database, telegram } = await aDispatcher()
    const outbox = {
      ...database.outbox,
      markSending: async (...args: Parameters<typeof database.outbox.markSending>) => {
        failures -= 1
        if (failures >= 0) throw new Error('database is locked')
        return await database.outbox.markSending(...args)
      },
    }
    const dispatcher = createDispatcher({
      outbox: clock.watch(outbox),
      ...{ transport: telegram.transport, clock, log: createTestLog() },
    })
    dispatcher.start()
    await putCalls(database, [aCall()], clock.now)
    await clock.runUntil(dispatcher.whenIdle(), 600_000)
    expect(telegram.applied).toHaveLength(1)
    await dispatcher.stop()
  })
})
