import { expect, it } from 'vitest'
import { applyMigrations } from '../../src/persistence/apply-migrations.ts'
import type { Migration } from '../../src/persistence/migration-files.ts'
import { readMigrations } from '../../src/persistence/migration-files.ts'
import { MigrationError, planMigrations } from '../../src/persistence/migration-plan.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { openMigrationSession } from '../support/migration-session.ts'

const history =
  'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY started_at'

describeOnEachDatabase('migrations at start', (provider) => {
  it('are written down as Prisma writes them, once', async () => {
    const location = await placeTestDatabase(provider)
    for (let start = 0; start < 2; start++) await (await openDatabase(location)).close()
    expect(await queryTestDatabase(location, history)).toMatchObject(
      readMigrations(provider).map(({ name, checksum }) => ({ migration_name: name, checksum })),
    )
  })

  it('are applied by one of several processes that start at once', async () => {
    const location = await placeTestDatabase(provider)
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase(location)))
    await Promise.all(databases.map((database) => database.close()))
    expect(await queryTestDatabase(location, history)).toHaveLength(readMigrations(provider).length)
  })

  it('leave the database as it was when one of them fails', async () => {
    const location = await placeTestDatabase(provider)
    const good = aMigration(
      '1_good',
      'CREATE TABLE first (id INTEGER PRIMARY KEY); CREATE TABLE second (id INTEGER PRIMARY KEY)',
    )
    const bad = aMigration(
      '2_bad',
      'CREATE TABLE third (id INTEGER PRIMARY KEY); CREATE TABLE first (id INTEGER)',
    )
    const apply = async (migrations: readonly Migration[]) =>
      applyMigrations(provider, await openMigrationSession(location), migrations)
    await expect(apply([good, bad])).rejects.toThrow(
      'Migration 2_bad failed; the database is as it was before.',
    )
    await apply([good, aMigration('3_third', 'CREATE TABLE third (id INTEGER PRIMARY KEY)')])
    expect(await queryTestDatabase(location, history)).toMatchObject([
      { migration_name: '1_good', applied_steps_count: 1 },
      { migration_name: '3_third', applied_steps_count: 1 },
    ])
  })

  it('refuse a database that a newer version has migrated', async () => {
    const location = await placeTestDatabase(provider)
    await (await openDatabase(location)).close()
    await queryTestDatabase(location, "UPDATE _prisma_migrations SET migration_name = '29990101000000_later'")
    await expect(openDatabase(location)).rejects.toThrow(
      'which this version does not know: start the newer version',
    )
  })
})

function aMigration(name: string, script: string): Migration {
  return { name, script, checksum: `checksum of ${name}` }
}

it('a migration that was changed after it had been applied, or has failed, is refused', () => {
  const known = [aMigration('1_init', ''), aMigration('2_next', '')]
  const row = { name: '1_init', checksum: 'checksum of 1_init', finished: true, rolledBack: false }
  expect(planMigrations(known, [row])).toEqual([known[1]])
  expect(() => planMigrations(known, [{ ...row, checksum: 'other' }])).toThrow(MigrationError)
  expect(() => planMigrations(known, [{ ...row, finished: false }])).toThrow(/1_init has failed/)
  expect(planMigrations(known, [{ ...row, finished: false, rolledBack: true }])).toEqual(known)
})
