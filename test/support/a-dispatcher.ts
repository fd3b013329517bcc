import { createDispatcher, type DispatcherOptions } from '../../src/delivery/dispatcher.ts'
import type { OutgoingCall } from '../../src/delivery/outgoing-call.ts'
import { openTestDatabase } from './database.ts'
import { createDrivenClock } from './driven-clock.ts'
import { type AppliedCall, createFakeTelegram, type Fault } from './fake-telegram.ts'
import { putCalls } from './outgoing-calls.ts'
import { createTestLog } from './test-log.ts'

/** A dispatcher on a driven clock, between a real database and a Telegram that fails on demand. Not started yet. */
export async function aDispatcher(
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
export function firstly(...faults: Fault[]): (call: AppliedCall) => Fault | undefined {
  return () => faults.shift()
}

export const lost: Fault = { answer: { kind: 'lost', description: 'socket closed' }, applied: true }
export const report = { lane: 'reports', when: 'always', data: null } as const
