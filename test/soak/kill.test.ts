import { expect, test } from 'vitest'
import { examine } from '../support/after-kills.ts'
import { runWithKills } from '../support/kill-run.ts'
import { soakSeed } from '../support/seeded-random.ts'

/** Fifty at least; `SOAK_KILLS` for more. */
const KILLS = Number(process.env.SOAK_KILLS ?? 60)

test('killed again and again while ten customers write, the desk loses nothing and doubles only what was in flight', async () => {
  const seed = soakSeed()
  console.log(`SOAK_SEED=${seed}`)
  const aftermath = await runWithKills({ seed, kills: KILLS, customers: 10, lifeMs: 2_000 })
  const { numbers, wrong } = await examine(aftermath)
  console.table({
    seed,
    kills: KILLS,
    ...numbers,
    'median ms to the first getUpdates': aftermath.medianReadyMs,
  })
  expect(wrong).toEqual([])
})
