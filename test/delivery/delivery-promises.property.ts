import fc from 'fast-check'
import { expect } from 'vitest'
import { createDispatcher } from '../../src/delivery/dispatcher.ts'
import type { Settlement } from '../../src/delivery/outbox-port.ts'
import type { OutgoingCall } from '../../src/delivery/outgoing-call.ts'
import type { Clock } from '../../src/delivery/ports.ts'
import type { Database } from '../../src/persistence/open-database.ts'
import { createDrivenClock, type DrivenClock } from '../support/driven-clock.ts'
import { createFakeTelegram, type Fault, telegramError } from '../support/fake-telegram.ts'
import { aCall, putCalls } from '../support/outgoing-calls.ts'
import { createTestLog } from '../support/test-log.ts'

/** One attempt's fate: what Telegram answers, whether the call took effect, whether the process dies of it. */
interface Fate {
  readonly name: string
  readonly fault: Fault
  readonly kill?: true
}

const answerLost = { kind: 'lost', description: 'socket closed' } as const
const badGateway = { kind: 'error', code: 502, description: 'Bad Gateway', parameters: {} } as const

/** Undefined: "ok". */
const FATES: readonly (Fate | undefined)[] = [
  undefined,
  { name: 'lost before', fault: { answer: answerLost, applied: false } },
  { name: 'lost after', fault: { answer: answerLost, applied: true } },
  { name: '502 before', fault: { answer: badGateway, applied: false } },
  { name: '502 after', fault: { answer: badGateway, applied: true } },
  {
    name: 'not sent',
    fault: { answer: { kind: 'not-sent', description: 'refused connection' }, applied: false },
  },
  { name: '429', fault: telegramError(429, 'Too Many Requests: retry after 3', { retry_after: 3 }) },
  { name: 'slow', fault: { answer: 'slow', applied: true } },
  { name: 'hang before', fault: { answer: 'never', applied: false } },
  { name: 'hang after', fault: { answer: 'never', applied: true } },
  { name: 'kill before', fault: { answer: 'never', applied: false }, kill: true },
  { name: 'kill after', fault: { answer: 'never', applied: true }, kill: true },
]

const CHATS = [11, 12, -13] as const

const callArbitrary = fc.record({
  chatId: fc.constantFrom(...CHATS),
  topic: fc.integer({ min: 0, max: 2 }),
  policy: fc.constantFrom('repeatable', 'at-least-once', 'at-most-once'),
  priority: fc.constantFrom(0, 1, 2, 3),
})

/** Calls in the order they are put, in up to three commits, and the fate of each attempt, in order. */
export const scheduleArbitrary = fc.record({
  calls: fc.array(callArbitrary, { minLength: 1, maxLength: 14 }),
  commits: fc.integer({ min: 1, max: 3 }),
  fates: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.constantFrom(...FATES)), {
    maxLength: 25,
  }),
})

export type Schedule = typeof scheduleArbitrary extends fc.Arbitrary<infer T> ? T : never

/** Runs a schedule on the database until nothing waits, restarting the dispatcher whenever it was killed. */
export async function checkDeliveryPromises(database: Database, schedule: Schedule): Promise<void> {
  const clock = createDrivenClock()
  const fates = [...schedule.fates]
  const losses = new Map<string, number>()
  // A slow answer is lost when the process dies meanwhile, so what takes effect without an answer at once counts.
  const lose = (key: string) => losses.set(key, (losses.get(key) ?? 0) + 1)
  // Telegram has answered "ok", but the store does not know it yet: a process that dies now loses the answer.
  const unstored = new Set<string>()
  const stored = (texts: readonly string[]) => {
    for (const text of texts) unstored.delete(text)
  }
  let incarnation = anIncarnation(database, clock, stored)

  const telegram = createFakeTelegram(clock, (call) => {
    const fate = fates.shift()
    const key = String(call.payload.text)
    if (fate === undefined) unstored.add(key)
    if (fate?.fault.applied) lose(key)
    if (fate?.kill) {
      incarnation.kill()
      for (const text of unstored) lose(text)
      unstored.clear()
    }
    return fate?.fault
  })
  const start = () => {
    const dispatcher = createDispatcher({
      outbox: incarnation.outbox,
      transport: telegram.transport,
      clock: incarnation.clock,
      log: createTestLog(),
    })
    dispatcher.start()
    return dispatcher
  }

  const calls = schedule.calls.map(toCall)
  const perCommit = Math.ceil(calls.length / schedule.commits)
  let dispatcher = start()
  for (let at = 0; at < calls.length; at += perCommit) {
    await putCalls(database, calls.slice(at, at + perCommit), clock.now)
    dispatcher.wake()
    await clock.advance(700)
  }
  while ((await clock.runUntil(Promise.race([dispatcher.whenIdle(), incarnation.killed]))) === 'killed') {
    incarnation = anIncarnation(database, clock, stored)
    dispatcher = start()
  }
  await clock.runUntil(dispatcher.stop())

  expect(await database.outbox.depth(), 'the queue drains').toBe(0)
  const applied = telegram.applied.map((call) => String(call.payload.text))
  for (const call of calls) expectCount(call, applied, losses)
  expectOrder(calls, applied)
  expectLimits(telegram.received)
}

let run = 0

function toCall(given: Schedule['calls'][number], index: number): OutgoingCall {
  if (index === 0) run += 1
  const { chatId, topic, policy, priority } = given
  const stream = chatId < 0 ? `${chatId} ${topic}` : `${chatId}`
  return aCall({
    ...{ chatId, stream, policy, priority },
    payload: { chat_id: chatId, text: `run ${run} call ${index}` },
  })
}

const textOf = (call: OutgoingCall) => String(call.payload.text)

function expectCount(call: OutgoingCall, applied: readonly string[], losses: ReadonlyMap<string, number>) {
  const count = applied.filter((text) => text === textOf(call)).length
  const lost = losses.get(textOf(call)) ?? 0
  if (call.policy === 'at-most-once')
    return expect(count, `${textOf(call)} at most once`).toBeLessThanOrEqual(1)
  expect(count, `${textOf(call)} arrives`).toBeGreaterThanOrEqual(1)
  expect(count, `${textOf(call)} doubled only after a lost answer`).toBeLessThanOrEqual(1 + lost)
}

/** Within a stream the calls took effect for the first time in the order they were put. */
function expectOrder(calls: readonly OutgoingCall[], applied: readonly string[]) {
  for (const stream of new Set(calls.map((call) => call.stream))) {
    const firsts = calls
      .filter((call) => call.stream === stream)
      .map((call) => applied.indexOf(textOf(call)))
      .filter((index) => index >= 0)
    expect(firsts, `order of stream ${stream}`).toEqual([...firsts].sort((a, b) => a - b))
  }
}

function expectLimits(received: readonly { at: number; payload: Readonly<Record<string, unknown>> }[]) {
  const times = received.filter((call) => Number(call.payload.chat_id) < 0).map((call) => call.at)
  for (const at of times) {
    const inWindow = times.filter((time) => time >= at && time < at + 60_000)
    expect(inWindow.length, 'actions of a group within a minute').toBeLessThanOrEqual(20)
  }
}

/**
 * A process's view of the world: once killed it writes nothing, hears nothing and has no more time.
 * @param onStored outcomes of the calls with these texts have been stored
 */
export function anIncarnation(
  database: Database,
  clock: DrivenClock,
  onStored: (texts: readonly string[]) => void = () => undefined,
) {
  let tellKilled: (value: 'killed') => void = () => {}
  const killed = new Promise<'killed'>((resolve) => {
    tellKilled = resolve
  })
  let isAlive = true
  const never = new Promise<never>(() => {})
  const outbox = new Proxy(clock.watch(database.outbox), {
    get: (target, key, receiver) => {
      const method: unknown = Reflect.get(target, key, receiver)
      if (typeof method !== 'function') return method
      return async (...args: unknown[]) => {
        if (!isAlive) return await never
        const result: unknown = await Reflect.apply(method, target, args)
        if (key === 'settle') onStored((args[0] as readonly Settlement[]).map(({ call }) => textOf(call)))
        return isAlive ? result : await never
      }
    },
  })
  const mortalClock: Clock = {
    now: clock.now,
    setTimer: (ms, fn) => clock.setTimer(ms, () => (isAlive ? fn() : undefined)),
  }
  return {
    outbox,
    clock: mortalClock,
    killed,
    kill: () => {
      isAlive = false
      tellKilled('killed')
    },
  }
}
