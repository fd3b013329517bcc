import { expect, test } from 'vitest'
import { examine } from '../../support/after-kills.ts'
import { runWithKills } from '../../support/kill-run.ts'
import { soakSeed } from '../../support/seeded-random.ts'

test('a desk that is killed in the middle of its work goes on where it stood', async () => {
  const seed = soakSeed()
  const aftermath = await runWithKills({ seed, kills: 3, customers: 3, lifeMs: 1_000 })
  expect({ seed, ...(await examine(aftermath)) }).toMatchObject({ seed, wrong: [] })
})
