import { expect, test } from 'vitest'
import { examine } from '../support/after-kills.ts'
import { placeTestDatabase } from '../support/database.ts'
import type { Fleet } from '../support/desk-fleet.ts'
import { runBusily } from '../support/kill-run.ts'
import type { CallInFlight } from '../support/killable-desk.ts'
import { soakSeed } from '../support/seeded-random.ts'

const KILLS = Number(process.env.SOAK_HOOK_KILLS ?? 12)
const MOST_CALLS = 20

const hasServer = Boolean(process.env.TEST_DATABASE_URL)
if (!hasServer) console.info('Kills behind a webhook: skipped, TEST_DATABASE_URL is not set')

interface Done {
  readonly inFlight: readonly CallInFlight[]
  readonly answered: readonly number[]
}

/** SIGKILL for any of them, whoever the leader is; it is back at once. */
async function killInTurn(fleet: Fleet, random: () => number): Promise<Done> {
  const inFlight: CallInFlight[] = []
  let starting: Promise<void> = Promise.resolve()
  for (let kill = 0; kill < KILLS; kill += 1) {
    await starting
    await fleet.calls(performance.now(), 1 + Math.floor(random() * MOST_CALLS))
    const victim = fleet.replicas[Math.floor(random() * fleet.replicas.length)]
    if (victim === undefined) throw new Error('The fleet is empty')
    inFlight.push(...(await victim.desk.kill()))
    starting = victim.desk.start()
  }
  await starting
  return { inFlight, answered: [...(fleet.balancer?.answered.values() ?? [])] }
}

test.skipIf(!hasServer)(
  'three processes behind one webhook share its updates, and kills of any of them lose nothing',
  async () => {
    const seed = soakSeed()
    const location = await placeTestDatabase('postgresql')
    const plan = { seed, customers: 6, replicas: 3, location, isBuilt: true, isHooked: true }
    const aftermath = await runBusily(plan, killInTurn)
    const { inFlight, answered } = aftermath.done
    const { numbers, wrong } = await examine(aftermath, inFlight)
    console.table({ seed, kills: KILLS, 'updates taken by each': answered.join(', '), ...numbers })
    expect(answered, 'each of them takes updates').toHaveLength(plan.replicas)
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
  },
)
