import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDispatcher } from '../../src/delivery/dispatcher.ts'
import type { OutgoingCall } from '../../src/delivery/outgoing-call.ts'
import type { Database } from '../../src/persistence/open-database.ts'
import { openTestDatabase } from '../support/database.ts'
import { createDrivenClock } from '../support/driven-clock.ts'
import { type AppliedCall, createFakeTelegram, telegramError } from '../support/fake-telegram.ts'
import { aCall, putCalls } from '../support/outgoing-calls.ts'
import { createTestLog } from '../support/test-log.ts'

/** A rush in one group, with Telegram's own limits, on a clock that tests drive. */

const GROUP = -77
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

async function aRush(
  refuse: (call: AppliedCall) => boolean = () => false,
  on?: { database: Database; day: number },
) {
  const clock = createDrivenClock(new Date(Date.UTC(2026, 10, 2) + (on?.day ?? 0) * DAY_MS))
  const database = on?.database ?? (await openTestDatabase())
  const telegram = createFakeTelegram(clock, (call) =>
    refuse(call) ? telegramError(429, 'Too Many Requests: retry after 9', { retry_after: 9 }) : undefined,
  )
  const dispatcher = createDispatcher({
    outbox: clock.watch(database.outbox),
    transport: telegram.transport,
    clock,
    log: createTestLog(),
    random: () => 0,
  })
  dispatcher.start()
  const put = async (...calls: OutgoingCall[]) => {
    await putCalls(database, calls, clock.now)
    dispatcher.wake()
  }
  const end = async () => {
    await clock.runUntil(dispatcher.whenIdle(), 10 * 3_600_000)
    await clock.runUntil(dispatcher.stop())
  }
  const sentAt = (text: string) =>
    telegram.applied.find((call) => call.payload.text === text)?.at ?? Number.NaN
  return { clock, database, telegram, put, end, sentAt }
}

function aTicketCall(ticket: number, priority: 0 | 1 | 2 | 3, text: string): OutgoingCall {
  return aCall({ chatId: GROUP, stream: `ticket:${ticket}`, priority, payload: { chat_id: GROUP, text } })
}

const arrivals = fc.array(
  fc.record({
    ticket: fc.integer({ min: 1, max: 8 }),
    priority: fc.constantFrom(0, 1, 2, 2, 2, 3),
    pause: fc.constantFrom(0, 0, 0, 400, 5_000),
    refused: fc.constantFrom(false, false, false, false, true),
  }),
  { minLength: 1, maxLength: 50 },
)

test('whatever comes in whatever order: never over 20 in a minute, urgent within a minute, nothing left behind', async () => {
  const database = await openTestDatabase()
  let day = 0
  await fc.assert(
    fc.asyncProperty(arrivals, async (given) => {
      day += 1
      const refusals = new Set(given.flatMap(({ refused }, n) => (refused ? [`call ${n}`] : [])))
      const rush = await aRush(({ payload }) => refusals.delete(String(payload.text)), { database, day })
      const put = new Map<string, number>()
      for (const [n, { ticket, priority, pause }] of given.entries()) {
        await rush.clock.advance(pause)
        put.set(`call ${n}`, rush.clock.now().getTime())
        await rush.put(aTicketCall(ticket, priority as 0 | 1 | 2 | 3, `call ${n}`))
      }
      await rush.end()
      const { applied, received } = rush.telegram
      expect(applied.map((call) => call.payload.text).sort()).toEqual([...put.keys()].sort())
      for (const { at } of received) {
        const within = received.filter((call) => call.at >= at && call.at < at + MINUTE_MS)
        expect(within.length).toBeLessThanOrEqual(20)
      }
      expectUrgentFirst(given, put, rush.sentAt)
    }),
    { numRuns: 15 },
  )
}, 120_000)

/** While an urgent call of a ticket with nothing before it waits, nothing that is not urgent goes, unless it stands before an urgent one. */
function expectUrgentFirst(
  given: readonly { readonly ticket: number; readonly priority: number }[],
  put: ReadonlyMap<string, number>,
  sentAt: (text: string) => number,
) {
  const isBefore = (n: number) =>
    given.some((other, k) => k > n && other.priority === 0 && other.ticket === given[n]?.ticket)
  for (const [n, { priority }] of given.entries()) {
    if (priority !== 0) continue
    const from = put.get(`call ${n}`) ?? 0
    const to = sentAt(`call ${n}`)
    const overtaken = given.flatMap((other, k) => {
      const at = sentAt(`call ${k}`)
      return other.priority !== 0 && !isBefore(k) && at > from && at < to ? [`call ${k}`] : []
    })
    // One call may be on its way when the urgent one comes.
    expect(overtaken, `before the urgent call ${n}`).toHaveLength(Math.min(overtaken.length, 1))
  }
}

test('a long queue: an urgent ticket goes at once, replies before cards, and every card within its turn', async () => {
  const rush = await aRush()
  await rush.put(...Array.from({ length: 100 }, (_, n) => aTicketCall(n, 2, `card ${n}`)))
  await rush.clock.advance(30_000)
  const urgentAt = rush.clock.now().getTime()
  await rush.put(aTicketCall(200, 0, 'urgent'))
  await rush.clock.advance(150_000)
  const replyAt = rush.clock.now().getTime()
  await rush.put(aTicketCall(1, 1, 'reply'))
  await rush.end()
  expect(rush.sentAt('urgent') - urgentAt).toBeLessThan(100)
  // The window moves on once a minute here, since the first twenty went together.
  expect(rush.sentAt('reply') - replyAt).toBeLessThanOrEqual(MINUTE_MS)
  const first = rush.telegram.applied[0]?.at ?? 0
  expect(rush.sentAt('card 99') - first).toBeLessThanOrEqual(5.1 * MINUTE_MS + 1_000)
})

test('a call that is only worth its action while there is room is skipped in a rush, and told so', async () => {
  const rush = await aRush()
  const ticket = (n: number) => {
    const topic = aCall({
      ...{ id: `topic-${n}`, chatId: GROUP, stream: `ticket:${n}`, method: 'createForumTopic', priority: 2 },
      payload: { chat_id: GROUP, name: `${n}` },
      policy: 'at-most-once',
      roomPercent: 40,
      report: { lane: 'reports', when: 'always', data: n },
    })
    const ref = { $ref: topic.id, field: 'message_thread_id', orElse: 'omit' }
    const card = aTicketCall(n, 2, `card ${n}`)
    return [topic, { ...card, payload: { ...card.payload, message_thread_id: ref } }]
  }
  for (const n of [1, 2, 3]) await rush.put(...ticket(n))
  await rush.clock.advance(15_000)
  await rush.put(...ticket(4))
  await rush.clock.advance(15_000)
  await rush.put(...ticket(5))
  await rush.end()
  const topics = rush.telegram.applied.filter(({ method }) => method === 'createForumTopic')
  expect(topics.map(({ payload }) => payload.name)).toEqual(['1', '4', '5'])
  const inGeneral = rush.telegram.applied.filter(
    ({ method, payload }) => method === 'sendMessage' && payload.message_thread_id === undefined,
  )
  expect(inGeneral.map(({ payload }) => payload.text)).toEqual(['card 2', 'card 3'])
  const reports = await rush.database.inbox.head('reports', rush.clock.now(), 10)
  const kinds = reports.map(({ body }) => (body.kind === 'outcome' ? body.outcome.outcome.kind : null))
  expect(kinds).toEqual(['sent', 'skipped', 'skipped', 'sent', 'sent'])
})
