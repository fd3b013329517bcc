import type fc from 'fast-check'
import type { Fault } from '../../../src/simulator/faults.ts'
import { DAY_MS } from '../shifting-clock.ts'
import type { ShopModel } from './shop-model.ts'
import { inShop, type Step } from './step.ts'

const MINUTE_MS = 60_000
/** Longer than the reopen window of seven days. */
const SILENCE_DAYS = 8
/** In a row: after each one the bot waits twice as long before it asks for updates again, and nobody here waits with it. */
const MOST_FAULTS = 3

/** What happens to the desk, to Telegram and to time meanwhile. */
export const troubleSteps: readonly fc.Arbitrary<Step>[] = [
  inShop('updates come twice from now on', (_, { shop }) => {
    shop.sim.updates.duplicate = true
  }),
  inShop('updates come once from now on', (_, { shop }) => {
    shop.sim.updates.duplicate = false
  }),
  inShop('the desk is restarted', (_, { shop }) => shop.restart()),
  fault('the next answer is lost', { method: '*', kind: 'close-after' }),
  fault('the next answer breaks off', { method: '*', kind: 'truncated' }),
  fault('the next call does not arrive', { method: '*', kind: 'close-before' }),
  fault('Telegram has an error of its own', { method: '*', kind: 'error-500', times: 2 }),
  fault('a proxy answers in its place', { method: '*', kind: 'html-502' }),
  fault('fetched updates get lost on the way', { method: 'getUpdates', kind: 'close-after' }),
  inShop('the clock is set ten minutes on', (_, { clock }) => clock.leap(10 * MINUTE_MS)),
  inShop('the clock is set five minutes back', (_, { clock }) => clock.leap(-5 * MINUTE_MS)),
  inShop('nobody says anything for eight days', async (model, { clock, shop }) => {
    clock.leap(SILENCE_DAYS * DAY_MS)
    await shop.desk().sweep()
    for (const ticket of model.tickets) if (ticket.status === 'resolved') ticket.status = 'closed'
  }),
]

function fault(title: string, what: Fault): fc.Arbitrary<Step> {
  const times = what.times ?? 1
  return inShop(
    title,
    (model: ShopModel, { shop }) => {
      shop.sim.faults.add(what)
      model.armedFaults += times
      // Only a call that took effect is there twice when it is sent again.
      if (what.kind === 'close-after' || what.kind === 'truncated') model.lostAnswers += 1
    },
    ({ armedFaults }) => armedFaults + times <= MOST_FAULTS,
  )
}
