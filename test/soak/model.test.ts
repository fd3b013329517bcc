import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openShop } from '../support/open-shop.ts'
import { soakSeed } from '../support/seeded-random.ts'
import { createShiftingClock } from '../support/shifting-clock.ts'
import { peopleSteps } from '../support/shop-model/people-steps.ts'
import { settleIn } from '../support/shop-model/settle-in.ts'
import { troubleSteps } from '../support/shop-model/trouble-steps.ts'

const RUNS = Number(process.env.SOAK_MODEL_RUNS ?? 260)
/** Shops side by side, each with runs of its own. */
const SHOPS = 4
const MOST_STEPS = 14

test('whatever people, Telegram and time do to tickets in whatever order, the shop and a simple model of it agree', async () => {
  const seed = soakSeed()
  let done = 0
  const runIn = async (offset: number) => {
    const clock = createShiftingClock()
    const shop = await openShop({
      clock,
      backoff: { firstMs: 20, maxMs: 200 },
      mayLeaveTaps: true,
      mayBeRefused: true,
    })
    const tenants = settleIn({ shop, clock, agent: shop.agent(), name: `s${offset}` })
    const property = fc.asyncProperty(
      fc.commands([...peopleSteps, ...troubleSteps], { maxCommands: MOST_STEPS }),
      async (commands) => {
        const world = await tenants.next()
        await fc.asyncModelRun(() => world, commands)
        done += 1
      },
    )
    await fc.assert(property, { seed: seed + offset, numRuns: RUNS, endOnFailure: true })
  }
  await Promise.all(Array.from({ length: SHOPS }, (_, n) => runIn(n)))
  console.log(`${done} runs of up to ${MOST_STEPS} steps, SOAK_SEED=${seed}`)
  expect(done).toBe(RUNS * SHOPS)
})
