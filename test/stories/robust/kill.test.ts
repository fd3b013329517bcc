import { expect, test } from 'vitest'
import { examine } from '../../support/after-kills.ts'
import { placeTestDatabase } from '../../support/database.ts'
import { runWithKills } from '../../support/kill-run.ts'
import { soakSeed } from '../../support/seeded-random.ts'

test('a desk that is killed in the middle of its work goes on where it stood', async () => {
  const seed = soakSeed()
  const location = await placeTestDatabase('sqlite')
  const plan = { seed, kills: 3, customers: 3, mostCalls: 8, replicas: 1, location, isBuilt: false }
  const aftermath = await runWithKills(plan)
  const { wrong } = await examine(aftermath, aftermath.done.inFlight)
  expect({ seed, wrong }).toEqual({ seed, wrong: [] })
}, 120_000)
