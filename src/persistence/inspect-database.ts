import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseHistory } from './apply-migrations.ts'
import type { Provider } from './client.ts'
import { DatabaseUnavailableError } from './database-unavailable-error.ts'
import { readLivingOwners } from './living-owners.ts'
import { readMigrations } from './migration-files.ts'
import { MigrationError, planMigrations } from './migration-plan.ts'
import { type Queryable, readHistory, readRows } from './migration-sessions.ts'
import type { DatabaseLocation } from './open-database.ts'

/** What a look at the database has shown. */
export interface DatabaseState {
  readonly provider: Provider
  /** Migrations of this version that the database has; 0 where it is empty, or not there yet. */
  readonly applied: number
  /** Those it has not, by name. */
  readonly due: readonly string[]
  /** The processes that run on it, by their names. */
  readonly owners: readonly string[]
  /** The server's clock; null where the clock is that of this machine. */
  readonly clock: Date | null
}

/**
 * Looks at the database and changes nothing, whatever runs on it.
 * @throws MigrationError when its history does not fit this version
 * @throws DatabaseUnavailableError when it can't be opened or reached
 */
export async function inspectDatabase(location: DatabaseLocation, now: Date): Promise<DatabaseState> {
  const provider = location.url === null ? 'sqlite' : 'postgresql'
  try {
    const connection = await openToLook(location)
    if (connection === null) return stateOf(provider, [], [], null)
    try {
      const history = await readHistory(connection)
      const clock = provider === 'sqlite' ? null : await readClock(connection)
      const owners = await readLivingOwners(connection, provider, clock ?? now)
      return stateOf(provider, history, owners, clock)
    } finally {
      await connection.dispose()
    }
  } catch (error) {
    throw error instanceof MigrationError ? error : new DatabaseUnavailableError(location, error)
  }
}

async function openToLook({ url, dataDir }: DatabaseLocation) {
  if (url === null) {
    const file = join(dataDir, 'desk.db')
    const { openSqliteReadOnly } = await import('./sqlite-connections.ts')
    return existsSync(file) ? openSqliteReadOnly(file) : null
  }
  const [{ PrismaPg }, { patientPool }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('./open-postgresql.ts'),
  ])
  return new PrismaPg(patientPool(url)).connect()
}

function stateOf(
  provider: Provider,
  history: readonly (readonly unknown[])[],
  owners: readonly string[],
  clock: Date | null,
): DatabaseState {
  const known = readMigrations(provider)
  const due = planMigrations(known, parseHistory(history)).map(({ name }) => name)
  return { provider, applied: known.length - due.length, due, owners, clock }
}

async function readClock(connection: Queryable): Promise<Date> {
  const [row] = await readRows(connection, 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8')
  return new Date(Number(row?.[0]))
}
