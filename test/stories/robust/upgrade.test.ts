import { expect, it } from 'vitest'
import { readMigrations } from '../../../src/persistence/migration-files.ts'
import { startSimulator } from '../../../src/simulator/simulator.ts'
import { describeOnEachDatabase, queryTestDatabase } from '../../support/database.ts'
import { placeFirstRelease, readOldRows, reenactTelegram } from '../../support/first-release.ts'
import { expectFinished, openOldDesk } from '../../support/old-desk.ts'

describeOnEachDatabase('a desk of the first release, stopped in the midst of its work', (provider) => {
  it('is opened by this version, which loses nothing and finishes all that waited', async () => {
    const sim = await startSimulator()
    const rows = readOldRows(sim)
    const people = await reenactTelegram(sim)
    const location = await placeFirstRelease(provider, rows)
    const desk = await openOldDesk(sim, location)
    await expectFinished(desk, people, rows)
    const history = await queryTestDatabase(location, 'SELECT migration_name FROM _prisma_migrations')
    expect(history).toHaveLength(readMigrations(provider).length)
  }, 90_000)
})
