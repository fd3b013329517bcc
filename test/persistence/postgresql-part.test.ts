import { expect, it } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

const isSkipped = !process.env.TEST_DATABASE_URL

// Said once for all the files that are held against both databases.
if (isSkipped) console.info('PostgreSQL: skipped, TEST_DATABASE_URL is not set')

it.skipIf(isSkipped)('the tests on PostgreSQL do run on PostgreSQL', async () => {
  const database = await openTestDatabase('postgresql')
  await database.ping()
  expect(database.provider).toBe('postgresql')
})
