import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { examine } from '../support/after-kills.ts'
import { queryTestDatabase } from '../support/database.ts'
import type { Fleet, Replica } from '../support/desk-fleet.ts'
import { runBusily } from '../support/kill-run.ts'
import type { CallInFlight } from '../support/killable-desk.ts'
import { findPostgres, openPostgresCluster, type PostgresCluster } from '../support/postgres-cluster.ts'
import { soakSeed } from '../support/seeded-random.ts'

const binDir = findPostgres()
if (binDir === null) console.info('A database in trouble: skipped, no PostgreSQL programs found (PG_BIN_DIR)')

const RESTARTS = 5
const ROUNDS_OF_DROPPED_CONNECTIONS = 30
const AWAY_MS = 20_000

/** A desk that ended would be a crash: nobody tells one to. */
function expectAlive(fleet: Fleet): void {
  expect(fleet.replicas.map(({ desk }) => desk.isAlive)).toEqual(fleet.replicas.map(() => true))
}

interface Scene {
  readonly cluster: PostgresCluster
  readonly location: DatabaseLocation
  readonly fleet: Fleet
}

const ALL_WELL = { '/healthz': 200, '/readyz': 200 }

function health({ replicas }: Fleet) {
  const look = async ({ health: ask }: Replica) => ({
    '/healthz': await ask('/healthz'),
    '/readyz': await ask('/readyz'),
  })
  return Promise.all(replicas.map(look))
}

async function callsInFlight(location: DatabaseLocation): Promise<readonly CallInFlight[]> {
  const sql = `SELECT id, method, payload FROM outbox_calls WHERE status = 'sending'`
  return (await queryTestDatabase(location, sql)) as unknown as readonly CallInFlight[]
}

const TROUBLES = {
  [`${RESTARTS} restarts without a word`]: async ({ cluster, location }: Scene) => {
    const inFlight: CallInFlight[] = []
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await pause(3_000)
      inFlight.push(...(await callsInFlight(location)))
      await cluster.stop()
      await cluster.start()
      inFlight.push(...(await callsInFlight(location)))
    }
    return inFlight
  },
  [`${ROUNDS_OF_DROPPED_CONNECTIONS} times all connections dropped`]: async ({ location }: Scene) => {
    for (let round = 0; round < ROUNDS_OF_DROPPED_CONNECTIONS; round += 1) {
      await pause(500)
      await queryTestDatabase(
        location,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      )
    }
    return []
  },
  [`${AWAY_MS / 1_000} s without a server`]: async ({ cluster, location, fleet }: Scene) => {
    await pause(2_000)
    expect(await health(fleet), 'before').toEqual(fleet.replicas.map(() => ALL_WELL))
    const inFlight = [...(await callsInFlight(location))]
    await cluster.stop()
    await pause(AWAY_MS)
    // Whoever watches them must not restart them, nor send them anything.
    expect(await health(fleet), 'meanwhile').toEqual(
      fleet.replicas.map(() => ({ ...ALL_WELL, '/readyz': 503 })),
    )
    await cluster.start()
    inFlight.push(...(await callsInFlight(location)))
    return inFlight
  },
}

test.skipIf(binDir === null).each(Object.entries(TROUBLES))(
  'two processes live through %s: nothing lost, nothing doubled but what was in flight',
  async (trouble, make) => {
    const seed = soakSeed()
    const cluster = await openPostgresCluster(binDir ?? '')
    const location = { url: cluster.url, dataDir: '/tmp' }
    const aftermath = await runBusily(
      { seed, customers: 6, replicas: 2, location, isBuilt: true },
      async (fleet) => {
        const inFlight = await make({ cluster, location, fleet })
        expectAlive(fleet)
        const mended = performance.now()
        const pollMs = (await fleet.nextPoll(mended, null)) - mended
        expect(await health(fleet), 'afterwards').toEqual(fleet.replicas.map(() => ALL_WELL))
        return { inFlight, pollMs }
      },
    )
    const { inFlight, pollMs } = aftermath.done
    const { numbers, wrong } = await examine(aftermath, inFlight)
    console.log(trouble)
    console.table({
      seed,
      'ms from the end of the trouble to getUpdates': Math.round(pollMs),
      'leaders fallen silent': aftermath.silences,
      ...numbers,
    })
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
  },
)
