import { readdirSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { aDesk, examine } from '../support/examined-desk.ts'

describeOnEachDatabase('the doctor and a database', (provider) => {
  const examineAt = async (location: { readonly url: string | null; readonly dataDir: string }) => {
    const place = await aDesk()
    place.settings.DATA_DIR = location.dataDir
    place.settings.DATABASE_URL = location.url ?? undefined
    return (await examine(place)).lines.join('\n')
  }

  test('that is empty: nothing is made', async () => {
    const location = await placeTestDatabase(provider)
    expect(await examineAt(location)).toMatch(/^ok {7}migrations: the first start makes the tables/m)
    expect(await examineAt(location)).toMatch(/^ok {7}database: .*nothing in it yet/m)
    if (location.url === null) expect(readdirSync(location.dataDir)).toEqual([])
    else {
      const tables = 'SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()'
      expect(await queryTestDatabase(location, tables)).toEqual([])
    }
  })

  test('that lacks a migration: it is not applied', async () => {
    const location = await placeTestDatabase(provider)
    await (await openDatabase(location)).close()
    const last = '(SELECT max(migration_name) FROM _prisma_migrations)'
    await queryTestDatabase(location, `DELETE FROM _prisma_migrations WHERE migration_name = ${last}`)
    const history = 'SELECT id FROM _prisma_migrations'
    const before = await queryTestDatabase(location, history)
    expect(await examineAt(location)).toMatch(/^warning {2}migrations: \d+ are applied, 1 is due; .*backup/m)
    expect(await queryTestDatabase(location, history)).toEqual(before)
  })

  test('of a newer version', async () => {
    const location = await placeTestDatabase(provider)
    await (await openDatabase(location)).close()
    await queryTestDatabase(location, "UPDATE _prisma_migrations SET migration_name = '29990101000000_later'")
    expect(await examineAt(location)).toMatch(
      /^problem {2}migrations: The database has migration 29990101000000_later, which this version does not know; start the newer version/m,
    )
  })

  test('that a desk runs on, beside that desk', async () => {
    const location = await placeTestDatabase(provider)
    const database = await openDatabase(location)
    onTestFinished(() => database.close())
    expect(await examineAt(location)).toMatch(/^ok {7}bot: none runs/m)
    await database.leases.hold('leader', 'elsewhere:1:abc', new Date(), 60_000)
    expect(await examineAt(location)).toMatch(/^ok {7}bot: runs as elsewhere:1:abc/m)
  })
})
