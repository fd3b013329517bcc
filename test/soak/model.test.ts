import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileTicket } from '../support/file-ticket.ts'
import { openShop } from '../support/open-shop.ts'
import { soakSeed } from '../support/seeded-random.ts'
import { newModel, steps } from '../support/ticket-model.ts'

const RUNS = Number(process.env.SOAK_MODEL_RUNS ?? 60)
/** Shops side by side, each with runs of its own. */
const SHOPS = 4

test('whatever people do to a ticket in whatever order, the shop and a simple model of it agree', async () => {
  const seed = soakSeed()
  let done = 0
  const runIn = async (offset: number) => {
    const shop = await openShop({
      backoff: { firstMs: 20, maxMs: 200 },
      mayLeaveTaps: true,
      mayBeRefused: true,
    })
    const agent = shop.agent()
    let runs = 0
    const property = fc.asyncProperty(steps(), async (commands) => {
      runs += 1
      shop.sim.faults.clear()
      shop.sim.updates.duplicate = false
      const customer = shop.customer(`Клиент ${runs}`)
      const { number, topic } = await fileTicket(shop, customer)
      const real = { shop, customer, agent, number, topic: topic ?? 0, name: `s${offset}-r${runs}` }
      await fc.asyncModelRun(() => ({ model: newModel(), real }), commands)
      done += 1
    })
    await fc.assert(property, { seed: seed + offset, numRuns: RUNS, endOnFailure: true })
  }
  await Promise.all(Array.from({ length: SHOPS }, (_, n) => runIn(n)))
  console.log(`${done} runs of up to 14 steps, SOAK_SEED=${seed}`)
  expect(done).toBe(RUNS * SHOPS)
})
