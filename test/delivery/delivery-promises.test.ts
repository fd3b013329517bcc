import fc from 'fast-check'
import { test } from 'vitest'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { checkDeliveryPromises, scheduleArbitrary } from './delivery-promises.property.ts'

describeOnEachDatabase('whatever is lost, refused or killed', (provider) => {
  test('all that must arrive arrives, in order, and is doubled only after a lost answer', async () => {
    const database = await openTestDatabase(provider)
    await fc.assert(
      fc.asyncProperty(scheduleArbitrary, (schedule) => checkDeliveryPromises(database, schedule)),
      { numRuns: 30 },
    )
  }, 180_000)
})
