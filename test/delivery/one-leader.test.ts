import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLeaseKeeper, SHARED_LEASE } from '../../src/delivery/lease-keeper.ts'
import type { LeaseStore } from '../../src/delivery/ports.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { createDrivenClock, type DrivenClock } from '../support/driven-clock.ts'
import { createTestLog } from '../support/test-log.ts'

/** Every process stands still now and then, and its questions and the answers travel as long as they like. Ms. */
const processArbitrary = fc.record({
  /** What its own watch shows for each second that passes. */
  rate: fc.double({ min: 0.95, max: 1.05, noNaN: true }),
  pauses: fc.array(fc.record({ from: fc.nat({ max: 25_000 }), ms: fc.integer({ min: 1, max: 15_000 }) }), {
    maxLength: 4,
  }),
  away: fc.array(fc.record({ from: fc.nat({ max: 25_000 }), ms: fc.integer({ min: 1, max: 8_000 }) }), {
    maxLength: 2,
  }),
  /** Now and then a question or an answer takes as long as a lease. */
  travelMs: fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.nat({ max: 40 }) },
      { weight: 1, arbitrary: fc.nat({ max: 8_000 }) },
    ),
    { minLength: 20, maxLength: 40 },
  ),
  diesAt: fc.option(fc.nat({ max: 25_000 })),
})

type Process = typeof processArbitrary extends fc.Arbitrary<infer T> ? T : never

/** Until then pauses and outages begin; none lasts longer than the rest. Ms. */
const RESTLESS_MS = 40_000
/** A question under way travels its time, the lease runs out, and it is asked for. Ms. */
const CALM_MS = 20_000
const LOOK_EVERY_MS = 50

let run = 0

async function keepOne(leases: LeaseStore, processes: readonly Process[]): Promise<void> {
  run += 1
  const clock = createDrivenClock()
  const begun = clock.now().getTime()
  const keepers = processes.map((given, index) => {
    const life = aLife(clock, given)
    return {
      life,
      keeper: createLeaseKeeper({
        leases: life.reach(clock.watch({ ...leases, now: async () => clock.now() })),
        name: `leader-${run}`,
        owner: `run-${run}-process-${index}`,
        clock: { now: clock.now, setTimer: life.setTimer },
        log: createTestLog(),
        times: SHARED_LEASE,
        elapsed: () => (clock.now().getTime() - begun) * given.rate + index * 1_000_000,
        whenHeld: () => undefined,
        whenLost: () => undefined,
      }),
    }
  })
  const holders = () => keepers.filter(({ life, keeper }) => !life.isDead() && keeper.held).length
  for (const { keeper } of keepers) void keeper.start()
  while (clock.now().getTime() < begun + RESTLESS_MS) {
    await clock.advance(LOOK_EVERY_MS)
    expect(holders(), 'processes that may send').toBeLessThanOrEqual(1)
  }
  await clock.advance(CALM_MS)
  const living = keepers.filter(({ life }) => !life.isDead()).length
  expect(holders(), 'in the end one of those that live').toBe(Math.min(1, living))
}

/** What a process goes through: nothing of it happens while it stands still, and nothing any more once it is dead. */
function aLife(clock: DrivenClock, { pauses, away, travelMs, diesAt }: Process) {
  const begun = clock.now().getTime()
  const passed = () => clock.now().getTime() - begun
  const isIn = (spans: readonly { from: number; ms: number }[]) =>
    spans.find(({ from, ms }) => passed() >= from && passed() < from + ms)
  const isDead = () => diesAt !== null && passed() >= diesAt
  let trips = 0

  const wait = (ms: number) => new Promise<void>((resolve) => void clock.setTimer(ms, resolve))
  const travel = () => {
    const ms = passed() < RESTLESS_MS ? (travelMs[trips % travelMs.length] ?? 0) : 0
    trips += 1
    return ms > 0 ? wait(ms) : Promise.resolve()
  }
  const awake = async () => {
    for (let pause = isIn(pauses); pause; pause = isIn(pauses)) await wait(pause.from + pause.ms - passed())
    if (isDead()) await new Promise<never>(() => undefined)
  }
  return {
    isDead,
    setTimer: (ms: number, fn: () => void) => clock.setTimer(ms, () => void awake().then(fn)),
    reach: (store: LeaseStore): LeaseStore =>
      new Proxy(store, {
        get:
          (target, key) =>
          async (...args: unknown[]) => {
            await awake()
            await travel()
            if (isIn(away)) throw new Error('The database is away')
            const answer: unknown = await Reflect.apply(
              Reflect.get(target, key) as () => unknown,
              target,
              args,
            )
            await travel()
            await awake()
            return answer
          },
      }),
  }
}

describeOnEachDatabase('among several processes', (provider) => {
  it('at most one may do the leader’s work, whatever stands still and however long questions travel', async () => {
    const { leases } = await openTestDatabase(provider)
    await fc.assert(
      fc.asyncProperty(fc.array(processArbitrary, { minLength: 2, maxLength: 3 }), (processes) =>
        keepOne(leases, processes),
      ),
      { numRuns: 40, endOnFailure: true },
    )
  }, 240_000)
})
