import { randomUUID } from 'node:crypto'
import type { Provider } from './client.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { type AppliedMigration, MigrationError, planMigrations } from './migration-plan.ts'

/** A connection of its own for the time of migrating. */
export interface MigrationSession {
  /** Values by column, dates as text; an empty list where the table does not exist yet. */
  history(): Promise<readonly (readonly unknown[])[]>
  /** Runs `work` in one transaction that no other process can be in at the same time; rolls back when it throws. */
  exclusively(work: (run: RunSql) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Runs one or several statements and returns the rows of a single SELECT. */
export type RunSql = (sql: string) => Promise<readonly (readonly unknown[])[]>

export const HISTORY_QUERY =
  'SELECT migration_name, checksum, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END, CASE WHEN rolled_back_at IS NULL THEN 0 ELSE 1 END FROM _prisma_migrations ORDER BY started_at'

/** The table as Prisma's schema engine makes it, so that `prisma migrate` goes on from here. */
const HISTORY_TABLE: Record<Provider, string> = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  postgresql: `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`,
}

/**
 * Brings a database up to this version, all due migrations in one transaction. One query where nothing is due. Closes the session.
 * @throws MigrationError when the history does not fit this version, or a migration fails (nothing is changed then)
 */
export async function applyMigrations(
  provider: Provider,
  session: MigrationSession,
  known: readonly Migration[] = readMigrations(provider),
): Promise<void> {
  try {
    if (planMigrations(known, parseHistory(await session.history())).length === 0) return
    await session.exclusively(async (run) => {
      await run(HISTORY_TABLE[provider])
      // Another process may have been faster.
      for (const migration of planMigrations(known, parseHistory(await run(HISTORY_QUERY)))) {
        await applyOne(run, migration)
      }
    })
  } finally {
    await session.close()
  }
}

async function applyOne(run: RunSql, migration: Migration): Promise<void> {
  const startedAt = timestamp()
  try {
    await run(migration.script)
  } catch (error) {
    throw new MigrationError(`Migration ${migration.name} failed; the database is as it was before.`, {
      cause: error,
    })
  }
  await run(`INSERT INTO _prisma_migrations
    (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count)
    VALUES ('${randomUUID()}', '${migration.checksum}', '${timestamp()}', '${migration.name}', '', NULL, '${startedAt}', 1)`)
}

/** In the one form both providers and Prisma's SQLite adapter read alike. */
function timestamp(): string {
  return new Date().toISOString().replace('Z', '+00:00')
}

/** The rows of {@link HISTORY_QUERY}. */
export function parseHistory(rows: readonly (readonly unknown[])[]): readonly AppliedMigration[] {
  return rows.map(([name, checksum, finished, rolledBack]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: Number(finished) === 1,
    rolledBack: Number(rolledBack) === 1,
  }))
}
