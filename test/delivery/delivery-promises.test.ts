import fc from 'fast-check'
import { test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { checkDeliveryPromises, scheduleArbitrary } from './delivery-promises.property.ts'

test('whatever is lost, refused or killed: all that must arrive arrives, in order, doubled only after a lost answer', async () => {
  const database = await openTestDatabase()
  await fc.assert(
    fc.asyncProperty(scheduleArbitrary, (schedule) => checkDeliveryPromises(database, schedule)),
    { numRuns: 40 },
  )
}, 60_000)
