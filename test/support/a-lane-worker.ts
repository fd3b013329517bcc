import type { InboxEvent } from '../../src/delivery/inbox-event.ts'
import { createLaneWorker, type LaneWorkerOptions } from '../../src/delivery/lanes.ts'
import type { AppUnit } from '../../src/persistence/open-database.ts'
import { openTestDatabase } from './database.ts'
import { createDrivenClock } from './driven-clock.ts'
import { aCall } from './outgoing-calls.ts'
import { createTestLog } from './test-log.ts'

type Options = LaneWorkerOptions<AppUnit>

export const jobOf = (event: InboxEvent) => (event.body.kind === 'due' ? event.body.job : '?')

/** A worker of lanes on a driven clock, over a real database; `handle` is the work. Not started yet. */
export async function aWorker(handle: Options['handle'], more: Partial<Options> = {}) {
  const clock = createDrivenClock()
  const database = await openTestDatabase()
  const inbox = clock.watch(database.inbox)
  const log = createTestLog()
  const given: string[] = []
  const make = (owner: string, options: Partial<Options> = {}) =>
    createLaneWorker<AppUnit>({
      inbox,
      begin: (event, lease) => clock.watch(database.beginUnit(event, lease, clock.now)),
      handle,
      giveUp: async (event, unit) => {
        given.push(jobOf(event))
        unit.send(aCall())
        return []
      },
      clock,
      log,
      owner,
      random: () => 0,
      ...more,
      ...options,
    })
  const worker = make('one')
  const put = async (lane: string, ...jobs: string[]) => {
    const events = jobs.map((job) => ({ lane, body: { kind: 'due', job, data: null } as const }))
    worker.wake(await database.inbox.ingest(1, events, clock.now()))
  }
  const drain = () => clock.runUntil(worker.whenIdle())
  return { clock, database, log, worker, make, put, drain, given }
}
