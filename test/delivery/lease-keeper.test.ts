import { expect, test } from 'vitest'
import { createLeaseKeeper, EMBEDDED_LEASE } from '../../src/delivery/lease-keeper.ts'
import type { LeaseStore } from '../../src/delivery/ports.ts'
import { openTestDatabase } from '../support/database.ts'
import { createDrivenClock } from '../support/driven-clock.ts'
import { createTestLog } from '../support/test-log.ts'

async function twoKeepers(leasesOfOne: (store: LeaseStore) => LeaseStore = (store) => store) {
  const clock = createDrivenClock()
  const database = await openTestDatabase()
  const leases = { ...database.leases, now: async () => clock.now() }
  const events: string[] = []
  const keeper = (owner: string, store: LeaseStore) =>
    createLeaseKeeper({
      leases: clock.watch(store),
      name: 'dispatch',
      owner,
      clock,
      log: createTestLog(),
      times: { forMs: 9_000, everyMs: 3_000 },
      elapsed: () => clock.now().getTime(),
      whenHeld: () => void events.push(`${owner} held`),
      whenLost: () => void events.push(`${owner} lost`),
    })
  return { clock, events, one: keeper('one', leasesOfOne(leases)), two: keeper('two', leases) }
}

test('one of two holds the lease, and the other takes over at once when it is given back', async () => {
  const { clock, events, one, two } = await twoKeepers()
  void one.start()
  await clock.settle()
  void two.start()
  await clock.advance(60_000)
  expect(events).toEqual(['one held'])
  await one.stop()
  await clock.advance(3_000)
  expect(events).toEqual(['one held', 'two held'])
  await two.stop()
  expect(clock.timers).toBe(0)
})

test('who cannot renew lets go before the lease can belong to somebody else', async () => {
  let isAway = false
  const { clock, events, one, two } = await twoKeepers((store) => ({
    ...store,
    hold: async (...args) => {
      if (isAway) throw new Error('database is away')
      return await store.hold(...args)
    },
  }))
  void one.start()
  await clock.settle()
  void two.start()
  isAway = true
  await clock.advance(30_000)
  expect(events).toEqual(['one held', 'one lost', 'two held'])
  expect([one.held, two.held]).toEqual([false, true])
  await two.stop()
  await one.stop()
})

test('a failing hand-over does not end the keeping', async () => {
  const clock = createDrivenClock()
  const database = await openTestDatabase()
  const leases = { ...database.leases, now: async () => clock.now() }
  const log = createTestLog()
  const keeper = createLeaseKeeper({
    leases: clock.watch(leases),
    ...{ name: 'dispatch', owner: 'one', clock, log },
    times: EMBEDDED_LEASE,
    elapsed: () => clock.now().getTime(),
    whenHeld: () => {
      throw new Error('no start')
    },
    whenLost: () => undefined,
  })
  void keeper.start()
  await clock.advance(60_000)
  expect(await leases.hold('dispatch', 'two', clock.now(), 1_000)).toMatchObject({ isOurs: false })
  await keeper.stop()
})

test('the lease is given back only when the job is finished', async () => {
  const { clock, events, one, two } = await twoKeepers()
  void one.start()
  await clock.settle()
  void two.start()
  const stopped = one.stop(async () => {
    await new Promise<void>((resolve) => void clock.setTimer(5_000, resolve))
    events.push('one finished')
  })
  await clock.advance(12_000)
  await stopped
  expect(events).toEqual(['one held', 'one finished', 'two held'])
  await two.stop()
})

test('whoever was silent itself, because the database was away, does not say at once that others are gone', async () => {
  let isAway = false
  const { clock, one } = await twoKeepers((store) => ({
    ...store,
    beat: async (...args) => {
      if (isAway) throw new Error('database is away')
      return await store.beat(...args)
    },
  }))
  void one.start()
  await clock.advance(20_000)
  expect(one.mayJudge).toBe(true)
  isAway = true
  await clock.advance(20_000)
  isAway = false
  await clock.advance(3_000)
  expect([one.held, one.mayJudge]).toEqual([true, false])
  await clock.advance(9_000)
  expect([one.held, one.mayJudge]).toEqual([true, true])
  await one.stop()
})
