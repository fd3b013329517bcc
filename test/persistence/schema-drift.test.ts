import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { derivePostgresqlSchema } from '../../prisma/derive-postgresql-schema.ts'
import type { Provider } from '../../src/persistence/client.ts'
import { type DatabaseLocation, openDatabase } from '../../src/persistence/open-database.ts'
import { SEARCH_TABLES } from '../../src/persistence/search/search-document.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { adapterFor } from '../support/migration-session.ts'
import { openSchemaEngine } from '../support/schema-engine.ts'

const folder = fileURLToPath(new URL('../../prisma/', import.meta.url))
const schemaFiles = { sqlite: `${folder}schema.prisma`, postgresql: `${folder}postgresql/schema.prisma` }
/** What the search is made of is no model of Prisma's. */
const externalTables = [
  ...SEARCH_TABLES,
  ...['config', 'data', 'idx'].map((shadow) => `search_index_${shadow}`),
]
const filtersFor = ({ url }: DatabaseLocation) => {
  const schema = url === null ? null : new URL(url).searchParams.get('schema')
  const named = externalTables.map((table) => (schema === null ? table : `${schema}.${table}`))
  return { externalTables: named, externalEnums: [] }
}

it('the PostgreSQL schema is the one derived from the SQLite schema', () => {
  expect(readFileSync(schemaFiles.postgresql, 'utf8')).toBe(
    derivePostgresqlSchema(readFileSync(schemaFiles.sqlite, 'utf8')),
  )
})

describeOnEachDatabase('the schema engine of Prisma', (provider) => {
  it('finds the migrated database to be the one the schema describes', async () => {
    const location = await placeMigratedDatabase(provider)
    expect((await diff(provider, location)).trim()).toBe('-- This is an empty migration.')
    await queryTestDatabase(location, 'DROP INDEX outbox_calls_status_seq_idx')
    expect(await diff(provider, location)).toContain('CREATE INDEX "outbox_calls_status_seq_idx"')
  })

  it('finds the history of migrations in order', async () => {
    const location = await placeMigratedDatabase(provider)
    const filters = filtersFor(location)
    const engine = await inspect(provider, location)
    const migrationsList = listMigrations(provider)
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    })
    expect(diagnosis).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    })
    expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({ appliedMigrationNames: [] })
  })
})

async function placeMigratedDatabase(provider: Provider): Promise<DatabaseLocation> {
  const location = await placeTestDatabase(provider)
  await (await openDatabase(location)).close()
  return location
}

/** What it takes to make of the database the one that the schema describes, as SQL. */
async function diff(provider: Provider, location: DatabaseLocation): Promise<string> {
  const engine = await inspect(provider, location)
  const path = schemaFiles[provider]
  const schema = { path, content: readFileSync(path, 'utf8') }
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files: [schema], configDir: folder },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    filters: filtersFor(location),
  })
  return stdout ?? ''
}

function inspect(provider: Provider, location: DatabaseLocation) {
  return openSchemaEngine(readFileSync(schemaFiles[provider], 'utf8'), adapterFor(location))
}

function listMigrations(provider: Provider) {
  const baseDir = `${folder}migrations/${provider}`
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(`${baseDir}/migration_lock.toml`, 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: readdirSync(baseDir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name: path }) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(`${baseDir}/${path}/migration.sql`, 'utf8') },
        },
      })),
  }
}
