import fc from 'fast-check'
import { expect } from 'vitest'
import { backoffMs } from '../../src/delivery/backoff.ts'
import { createDispatcher } from '../../src/delivery/dispatcher.ts'
import type { OutgoingCall } from '../../src/delivery/outgoing-call.ts'
import type { Database } from '../../src/persistence/open-database.ts'
import { createDrivenClock, type DrivenClock } from '../support/driven-clock.ts'
import { createFakeTelegram, telegramError } from '../support/fake-telegram.ts'
import { NO_LIMITS } from '../support/no-limits.ts'
import { aCall, putCalls } from '../support/outgoing-calls.ts'
import { createTestLog } from '../support/test-log.ts'
import { anIncarnation } from './delivery-promises.property.ts'

/** Persons and groups, and how Telegram refuses what is meant for them while they are gone. */
const CHATS = {
  21: telegramError(403, 'Forbidden: bot was blocked by the user'),
  22: telegramError(403, 'Forbidden: bot was blocked by the user'),
  [-23]: telegramError(403, 'Forbidden: bot was kicked from the supergroup chat'),
  [-24]: telegramError(400, 'Bad Request: not enough rights to send text messages to the chat'),
} as const
const chatId = fc.constantFrom(...Object.keys(CHATS).map(Number))
const PERSON_TRIES = { firstMs: 30_000, maxMs: 6 * 3_600_000 }

/** What happens, in order. `news`: whether the chat itself tells of it, as Telegram does of a person who blocks the bot. */
const stepArbitrary = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      chatId,
      topic: fc.integer({ min: 0, max: 1 }),
      policy: fc.constantFrom('repeatable', 'at-least-once', 'at-most-once'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), chatId, news: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), chatId, news: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 20, 1_500, 45_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('restart' as const), how: fc.constantFrom('stop', 'kill') }),
  },
)
export const heldStepsArbitrary = fc.array(stepArbitrary, { minLength: 1, maxLength: 24 })
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never

/** Plays the steps on the database, lets everybody come back, and looks whether all was kept, in order, and sent no sooner. */
export async function checkHeldPromises(database: Database, steps: readonly Step[]): Promise<void> {
  const world = aWorld(database)
  for (const [index, step] of steps.entries()) await world.play(step, index)
  for (const id of Object.keys(CHATS)) await world.play({ do: 'return', chatId: Number(id), news: true }, -1)
  await world.drain()

  expect(await database.outbox.depth(), 'the queue drains').toBe(0)
  expect(await database.outbox.heldChats(), 'no hold is left').toEqual([])
  for (const call of world.put) {
    const count = world.applied().filter((text) => text === textOf(call)).length
    if (call.policy !== 'at-most-once') expect(count, `${textOf(call)} arrives`).toBeGreaterThanOrEqual(1)
    expect(count, `${textOf(call)} doubled only by a kill`).toBeLessThanOrEqual(1 + world.kills())
  }
  for (const stream of new Set(world.put.map((call) => call.stream))) {
    const firsts = world.put
      .filter((call) => call.stream === stream)
      .map((call) => world.applied().indexOf(textOf(call)))
      .filter((index) => index >= 0)
    expect(firsts, `order of stream ${stream}`).toEqual([...firsts].sort((a, b) => a - b))
  }
  expect(world.tooSoon, 'tries of a held chat').toEqual([])
}

let run = 0
/** Longer, together, than a chat goes without a try. */
const WAIT_MS = 300_000
const MOST_WAITS = 24
const textOf = (call: OutgoingCall) => String(call.payload.text)

function aWorld(database: Database) {
  run += 1
  const clock = createDrivenClock()
  const gone = new Set<number>()
  const tries = aTryKeeper(clock)
  const put: OutgoingCall[] = []
  let kills = 0
  const telegram = createFakeTelegram(clock, (call) => {
    const id = Number(call.payload.chat_id) as keyof typeof CHATS
    if (!gone.has(id)) return tries.taken(id)
    // What does not wait for anybody holds no chat.
    const waits = put.some((one) => textOf(one) === call.payload.text && one.policy !== 'at-most-once')
    tries.refused(id, waits)
    return CHATS[id]
  })
  let incarnation = anIncarnation(database, clock)
  const start = () => {
    const dispatcher = createDispatcher({
      outbox: incarnation.outbox,
      transport: telegram.transport,
      clock: incarnation.clock,
      log: createTestLog(),
      limits: NO_LIMITS,
      random: () => 0,
    })
    dispatcher.start()
    return dispatcher
  }
  let dispatcher = start()

  /** What the chat's lane commits when it hears from the chat. */
  const hear = async (id: number, what: 'release' | 'confirm') => {
    await commitNews(database, clock, id, what)
    tries.heard(
      id,
      what === 'confirm' &&
        (await database.outbox.heldChats()).some((h) => h.chatId === id && h.nextTryAt === null),
    )
    dispatcher.wake()
  }

  return {
    put,
    tooSoon: tries.tooSoon,
    kills: () => kills,
    applied: () => telegram.applied.map((call) => String(call.payload.text)),
    async drain() {
      await clock.runUntil(dispatcher.whenIdle())
      // A refusal that was on its way when they came back holds the chat: the next try finds out.
      for (let waits = 0; waits < MOST_WAITS && (await database.outbox.depth()) > 0; waits += 1) {
        await clock.advance(WAIT_MS)
        await clock.runUntil(dispatcher.whenIdle())
      }
      await clock.runUntil(dispatcher.stop())
    },
    async play(step: Step, index: number) {
      switch (step.do) {
        case 'put': {
          const { chatId: id, topic, policy } = step
          const payload = { chat_id: id, text: `run ${run} call ${index}` }
          const call = aCall({ chatId: id, stream: `${id} ${id < 0 ? topic : 0}`, policy, payload })
          put.push(call)
          await putCalls(database, [call], clock.now)
          return dispatcher.wake()
        }
        case 'leave':
          gone.add(step.chatId)
          return step.news ? await hear(step.chatId, 'confirm') : undefined
        case 'return':
          gone.delete(step.chatId)
          // A return that nobody hears of is found out by a try; where there are none, news is sure to come.
          return step.news || tries.isSilent(step.chatId) ? await hear(step.chatId, 'release') : undefined
        case 'wait':
          return await clock.advance(step.ms)
        case 'restart':
          if (step.how === 'stop') await clock.runUntil(dispatcher.stop())
          else {
            kills += 1
            incarnation.kill()
            tries.forget()
            incarnation = anIncarnation(database, clock)
          }
          dispatcher = start()
      }
    },
  }
}

/** Watches how soon after a refusal a chat that is gone is tried again. */
function aTryKeeper(clock: DrivenClock) {
  const last = new Map<number, { at: number; refusals: number }>()
  const silent = new Set<number>()
  const tooSoon: string[] = []
  return {
    tooSoon,
    refused(id: number, holds: boolean) {
      const before = last.get(id)
      const at = clock.now().getTime()
      if (silent.has(id)) tooSoon.push(`${id} although it has said that it is gone`)
      if (before !== undefined) {
        const backoff = id > 0 ? PERSON_TRIES : undefined
        const wait = backoffMs(before.refusals, backoff, () => 0)
        if (at - before.at < wait) tooSoon.push(`${id} after ${at - before.at} of ${wait} ms`)
      }
      if (holds) last.set(id, { at, refusals: (before?.refusals ?? 0) + 1 })
    },
    taken(id: number): undefined {
      if (silent.has(id)) tooSoon.push(`${id} before it said that it is back`)
      last.delete(id)
    },
    heard(id: number, isSilent: boolean) {
      if (isSilent) silent.add(id)
      else silent.delete(id)
      if (!isSilent) last.delete(id)
    },
    isSilent: (id: number) => silent.has(id),
    /** A process that dies before it has stored a refusal tries again. */
    forget: () => last.clear(),
  }
}

async function commitNews(
  database: Database,
  clock: DrivenClock,
  id: number,
  what: 'release' | 'confirm',
): Promise<void> {
  const lane = `chat ${id}`
  const body = { kind: 'due', job: 'news', data: null } as const
  await database.inbox.ingest(1, [{ lane, body }], clock.now())
  const lease = await database.inbox.claimLane(lane, 'test', clock.now(), 60_000)
  for (const event of await database.inbox.head(lane, clock.now(), 10)) {
    if (lease === null) throw new Error(`${lane} is not free`)
    const unit = database.beginUnit(event, lease, clock.now)
    unit.holds[what](id)
    await unit.commit('done')
  }
}
