import fc from 'fast-check'
import { test } from 'vitest'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { checkHeldPromises, heldStepsArbitrary } from './held-promises.property.ts'

describeOnEachDatabase('whoever blocks the bot or throws it out', (provider) => {
  test('what is meant for them waits in order, is tried no sooner than agreed, and all arrives when they are back', async () => {
    const database = await openTestDatabase(provider)
    await fc.assert(
      fc.asyncProperty(heldStepsArbitrary, (steps) => checkHeldPromises(database, steps)),
      { numRuns: 20 },
    )
  }, 180_000)
})
