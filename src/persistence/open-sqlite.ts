import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { applyMigrations } from './apply-migrations.ts'
import type { Connection } from './client.ts'
import { openSqliteMigrationSession } from './migration-sessions.ts'
import { createSqliteAdapter } from './sqlite-adapter.ts'
import { createSqliteConnections } from './sqlite-connections.ts'
import { TRANSACTION_LIMITS } from './transaction-limits.ts'

/** Opens (and makes, with its folders) the database file and brings it up to date. */
export async function openSqlite(file: string): Promise<Connection> {
  mkdirSync(dirname(file), { recursive: true })
  await applyMigrations('sqlite', await openSqliteMigrationSession(createSqliteConnections(file)))
  const { PrismaClient } = await import('./generated/sqlite/client.ts')
  const client = new PrismaClient({
    adapter: createSqliteAdapter(file),
    transactionOptions: TRANSACTION_LIMITS,
    errorFormat: 'minimal',
  })
  return { provider: 'sqlite', client, serializeOutbox: () => [], now: async () => new Date() }
}
