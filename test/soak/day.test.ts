import { expect, test } from 'vitest'
import { type Lived, liveTicket } from '../support/busy-people.ts'
import { queryTestDatabase } from '../support/database.ts'
import { openDayRun } from '../support/day-run.ts'
import { soakSeed } from '../support/seeded-random.ts'

const HOUR_MS = 3_600_000
const HOURS = 24
const TICKETS_AN_HOUR = Number(process.env.SOAK_DAY_TICKETS ?? 3)
/** Caches have filled by then. */
const WARM_AFTER_HOURS = 4
/** What one garbage collection and the next may differ by. MB. */
const NOISE_MB = 6

test('a day of the desk, second by second on a driven clock: memory stays flat and no timer is left behind', async () => {
  const seed = soakSeed()
  const day = await openDayRun(seed)
  const { clock, stage } = day
  const lived: Lived[] = []
  const heap: number[] = []
  const begunAt = clock.now().getTime()
  for (let hour = 0; hour < HOURS; hour += 1) {
    for (let n = 1; n <= TICKETS_AN_HOUR; n += 1) {
      const customer = stage.sim.createUser({ firstName: `Клиент ${hour}-${n}`, languageCode: 'ru' })
      lived.push(await clock.runUntil(liveTicket(stage, customer, `h${hour}n${n}`)))
    }
    await clock.advance(begunAt + (hour + 1) * HOUR_MS - clock.now().getTime())
    heap.push(day.heapMb())
  }
  const left = await queryTestDatabase(
    { url: null, dataDir: day.dataDir },
    `SELECT (SELECT count(*) FROM inbox_events WHERE status = 'waiting') AS events,
            (SELECT count(*) FROM outbox_calls WHERE status IN ('waiting', 'sending')) AS calls,
            (SELECT count(*) FROM tickets WHERE status = 'closed') AS closed`,
  )
  await day.end()
  const warm = heap.slice(WARM_AFTER_HOURS)
  console.table({
    seed,
    'tickets from filing to closing': lived.length,
    'calls refused by limits': stage.sim.floodRefusals(),
    'MB alive after 5 h': Number(warm[0]?.toFixed(1)),
    'MB alive after 24 h': Number(warm.at(-1)?.toFixed(1)),
    'timers left': clock.timers,
  })
  expect(left).toEqual([{ events: 0, calls: 0, closed: HOURS * TICKETS_AN_HOUR }])
  expect(stage.sim.floodRefusals()).toBe(0)
  expect(clock.timers, 'timers left behind').toBe(0)
  expect(warm.at(-1), `MB hour by hour: ${heap.map((mb) => mb.toFixed(1)).join(' ')}`).toBeLessThan(
    (warm[0] ?? 0) + NOISE_MB,
  )
})
