import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import type { MigrationSession } from '../../src/persistence/apply-migrations.ts'
import {
  openPostgresqlMigrationSession,
  openSqliteMigrationSession,
} from '../../src/persistence/migration-sessions.ts'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'

/** The plain adapter of a test's database. */
export function adapterFor({ url, dataDir }: DatabaseLocation): PrismaBetterSqlite3 | PrismaPg {
  if (url === null) return new PrismaBetterSqlite3({ url: `file:${dataDir}/desk.db` })
  const schema = new URL(url).searchParams.get('schema') ?? 'public'
  const connectionString = url.replace(/\?.*$/, '')
  return new PrismaPg({ connectionString, options: `-c search_path="${schema}"` }, { schema })
}

export function openMigrationSession(location: DatabaseLocation): Promise<MigrationSession> {
  const adapter = adapterFor(location)
  return adapter instanceof PrismaPg
    ? openPostgresqlMigrationSession(adapter)
    : openSqliteMigrationSession(adapter)
}
