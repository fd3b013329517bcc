import { afterAll, describe, expect, test } from 'vitest'
import { examine } from '../support/after-kills.ts'
import { placeTestDatabase } from '../support/database.ts'
import { runWithKills } from '../support/kill-run.ts'
import { soakSeed } from '../support/seeded-random.ts'

/** For each number of processes; all together two hundred. */
const KILLS = Number(process.env.SOAK_KILLS ?? 50)
const CUSTOMERS = 6

const CONFIGURATIONS = [
  { provider: 'sqlite', replicas: 1 },
  { provider: 'postgresql', replicas: 1 },
  { provider: 'postgresql', replicas: 2 },
  { provider: 'postgresql', replicas: 3 },
] as const
const hasServer = Boolean(process.env.TEST_DATABASE_URL)
if (!hasServer) console.info('Kills on PostgreSQL: skipped, TEST_DATABASE_URL is not set')

const table: Record<string, Readonly<Record<string, number>>> = {}
afterAll(() => console.table(table))

describe.each(CONFIGURATIONS)('$replicas process(es) on $provider', ({ provider, replicas }) => {
  test.skipIf(provider === 'postgresql' && !hasServer)(
    'killed again and again while customers write, lose nothing and double only what was in flight',
    async () => {
      const seed = soakSeed()
      const location = await placeTestDatabase(provider)
      const plan = {
        seed,
        kills: KILLS,
        customers: CUSTOMERS,
        mostCalls: 12,
        replicas,
        location,
        isBuilt: true,
      }
      const aftermath = await runWithKills(plan)
      const { inFlight, takeovers, ofLeaders, ofFollowers } = aftermath.done
      const { numbers, wrong } = await examine(aftermath, inFlight)
      const sorted = [...takeovers].sort((a, b) => a - b)
      const column = {
        seed,
        'kills of the leader': ofLeaders,
        'kills of others': ofFollowers,
        'ms to the next getUpdates, median': Math.round(sorted[sorted.length >> 1] ?? 0),
        'ms to the next getUpdates, worst': Math.round(sorted.at(-1) ?? 0),
        'leaders fallen silent': aftermath.silences,
        ...numbers,
      }
      for (const [row, value] of Object.entries(column)) {
        table[row] = { ...table[row], [`${provider}, ${replicas}`]: value }
      }
      expect({ seed, wrong }).toEqual({ seed, wrong: [] })
    },
  )
})
