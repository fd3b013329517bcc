import { expect, test } from 'vitest'
import { createDispatcher } from '../../src/delivery/dispatcher.ts'
import { openTestDatabase } from '../support/database.ts'
import { createDrivenClock } from '../support/driven-clock.ts'
import { type AppliedCall, createFakeTelegram, type Fault, telegramError } from '../support/fake-telegram.ts'
import { aCall, putCalls } from '../support/outgoing-calls.ts'
import { createTestLog } from '../support/test-log.ts'

const DAY_MS = 24 * 3_600_000
const blocked = telegramError(403, 'Forbidden: bot was blocked by the user')
const kicked = telegramError(403, 'Forbidden: bot was kicked from the supergroup chat')
const report = { lane: 'reports', when: 'failure', data: null } as const

async function aHeldChat(faultOf: (call: AppliedCall) => Fault | undefined) {
  const clock = createDrivenClock()
  const database = await openTestDatabase()
  const telegram = createFakeTelegram(clock, faultOf)
  const log = createTestLog()
  const dispatcher = createDispatcher({
    outbox: clock.watch(database.outbox),
    transport: telegram.transport,
    clock,
    log,
    random: () => 0,
    laneOfChat: (chatId) => `chat:${chatId}`,
  })
  const bodies = async (lane: string) =>
    (await database.inbox.head(lane, clock.now(), 100)).map(({ body }) =>
      body.kind === 'outcome' ? body.outcome.outcome : body.kind === 'reach' ? body.reach.change : null,
    )
  const put = async (...[calls, daysAgo = 0]: [Parameters<typeof putCalls>[1], number?]) => {
    await putCalls(database, calls, () => new Date(clock.now().getTime() - daysAgo * DAY_MS))
    dispatcher.wake()
  }
  return { clock, database, telegram, log, dispatcher, put, bodies }
}

test('what has waited thirty days for a person is given up, and told as that', async () => {
  const { put, dispatcher, clock, database, bodies } = await aHeldChat(() => blocked)
  await put([aCall({ report })], 30)
  await put([aCall({ report })], 29)
  dispatcher.start()
  await clock.advance(100)
  expect(await bodies('reports')).toMatchObject([
    { kind: 'failed', reason: 'waited-too-long' },
    { kind: 'held' },
  ])
  expect(await database.outbox.depth()).toBe(1)
  await dispatcher.stop()
})

test('a group is waited for without an end', async () => {
  const { put, dispatcher, clock, database } = await aHeldChat(() => kicked)
  await put([aCall({ chatId: -1 })], 90)
  dispatcher.start()
  await clock.advance(100)
  expect(await database.outbox.depth()).toBe(1)
  await dispatcher.stop()
})

test('a group is tried with the refused call alone, and its tries cost that call nothing', async () => {
  let isGone = true
  const { put, dispatcher, clock, database, telegram, bodies, log } = await aHeldChat(() =>
    isGone ? kicked : undefined,
  )
  dispatcher.start()
  const text = (words: string, stream: string) =>
    aCall({ chatId: -1, stream, payload: { text: words }, priority: words === 'a' ? 1 : 0 })
  await put([text('a', 's')])
  await clock.settle()
  await put([text('b', 't'), text('c', 's')])
  await clock.advance(16_000)
  expect(telegram.received.map((call) => call.payload.text)).toEqual(['a', 'a', 'a', 'a', 'a'])
  expect(await database.outbox.waiting(0, 9)).toMatchObject([{ attempts: 0 }, { attempts: 0 }, {}])
  expect(log.lines.filter(({ level }) => level === 'warn' || level === 'error')).toHaveLength(2)

  isGone = false
  await clock.runUntil(dispatcher.stop())
  dispatcher.start()
  await clock.advance(60_000)
  expect(telegram.applied.map((call) => call.payload.text)).toEqual(['a', 'b', 'c'])
  expect(await bodies('chat:-1')).toEqual(['held', 'released'])
  await dispatcher.stop()
})

test('what does not wait fails at once, without a call, while the chat is held', async () => {
  const { put, dispatcher, clock, telegram, bodies } = await aHeldChat(() => blocked)
  dispatcher.start()
  await put([aCall()])
  await clock.settle()
  await put([aCall({ policy: 'at-most-once', report })])
  await clock.advance(100)
  expect(telegram.received).toHaveLength(1)
  expect(await bodies('reports')).toMatchObject([{ kind: 'failed', reason: 'blocked' }])
  await dispatcher.stop()
})

test('a try that Telegram refuses for another reason shows that the chat can be reached', async () => {
  const faults = [kicked, telegramError(400, 'Bad Request: message thread not found')]
  const { put, dispatcher, clock, telegram, database } = await aHeldChat(() => faults.shift())
  dispatcher.start()
  await put([aCall({ chatId: -1 }), aCall({ chatId: -1, payload: { text: 'next' } })])
  await clock.advance(1_100)
  expect(telegram.applied.map((call) => call.payload.text)).toEqual(['next'])
  expect(await database.outbox.heldChats()).toEqual([])
  await dispatcher.stop()
})

test('a try without an answer is repeated later and ends nothing', async () => {
  const lost: Fault = { answer: { kind: 'not-sent', description: 'refused connection' }, applied: false }
  const faults = [kicked, lost, lost]
  const { put, dispatcher, clock, telegram, database } = await aHeldChat(() => faults.shift())
  dispatcher.start()
  await put([aCall({ chatId: -1 })])
  await clock.advance(3_100)
  expect(telegram.received.map((call) => call.at - (telegram.received[0]?.at ?? 0))).toEqual([
    0, 1_000, 3_000,
  ])
  expect(await database.outbox.heldChats()).toMatchObject([{ tries: 3 }])
  await clock.advance(4_100)
  expect(telegram.applied).toHaveLength(1)
  expect(await database.outbox.heldChats()).toEqual([])
  await dispatcher.stop()
})
