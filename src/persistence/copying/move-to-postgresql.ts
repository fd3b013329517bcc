import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { applyMigrations } from '../apply-migrations.ts'
import { inspectDatabase } from '../inspect-database.ts'
import {
  openPostgresqlMigrationSession,
  openSqliteMigrationSession,
  type Queryable,
  readRows,
} from '../migration-sessions.ts'
import { patientPool } from '../open-postgresql.ts'
import { createSqliteConnections, openSqliteReadOnly } from '../sqlite-connections.ts'
import { carryTable, passNumbers, type Target } from './carry-table.ts'
import { CopyRefusedError } from './copy-refused-error.ts'
import { copySqlite, onConnection } from './copy-sqlite.ts'
import { readSourceTables, type SourceTable } from './source-tables.ts'
import { sumUpSource, sumUpTarget, type TableSum } from './sum-up.ts'

export interface MovedTable extends TableSum {
  readonly name: string
}

export interface Move {
  /** In the order they were carried. */
  readonly tables: readonly MovedTable[]
  /** An earlier move had carried everything already. */
  readonly wasThere: boolean
}

/** Who works on a database right now: that stays with it. */
const PRESENCE: readonly string[] = ['leases', 'processes']
/** A desk that works on the target holds its tables no longer than that. */
/** What can be found is made anew there, by the desk. */
const FILL_SEARCH_ANEW = 'UPDATE search_progress SET "beforeId" = NULL, "isDone" = false'
const LOCK_TIMEOUT = "SET LOCAL lock_timeout = '10s'"

/**
 * Carries everything from the embedded database in `dataDir` to the empty PostgreSQL database at `url`. It reads a copy
 * of the file, so the file stays as it is; it writes one transaction, so PostgreSQL has all of it or nothing, and a move
 * that broke off is simply begun again.
 * @throws CopyRefusedError when a desk runs on one of the two, the target is not empty, or the two differ in the end
 */
export async function moveToPostgresql(dataDir: string, url: string, now: () => Date): Promise<Move> {
  const source = join(dataDir, 'desk.db')
  if (!existsSync(source)) throw new CopyRefusedError(`There is no database in ${dataDir}: nothing to move.`)
  await refuseRunning({ url: null, dataDir }, now)
  await refuseRunning({ url, dataDir }, now)
  const copy = join(dataDir, 'desk.moving.db')
  const witness = await openSqliteReadOnly(source)
  try {
    const before = await version(witness)
    await remove(copy)
    await copySqlite(source, copy)
    await applyMigrations('sqlite', await openSqliteMigrationSession(createSqliteConnections(copy)))
    await applyMigrations('postgresql', await openPostgresqlMigrationSession(new PrismaPg(patientPool(url))))
    return await onConnection(copy, (from) =>
      inOneTransaction(url, async (to) => {
        const move = await carryAll(from, to)
        if ((await version(witness)) !== before) {
          throw new CopyRefusedError(
            'A bot wrote to the old database meanwhile: stop it, and run this again; nothing is in the new one.',
          )
        }
        return move
      }),
    )
  } finally {
    await witness.dispose()
    await remove(copy)
  }
}

async function refuseRunning(
  location: { readonly url: string | null; readonly dataDir: string },
  now: () => Date,
): Promise<void> {
  const { owners } = await inspectDatabase(location, now())
  if (owners.length === 0) return
  const which = location.url === null ? 'the old database' : 'the new database'
  throw new CopyRefusedError(
    `A bot runs on ${which} (${owners.join(', ')}): stop it, and run this again. One that was killed on another machine counts for ten more seconds.`,
  )
}

/** Changes whenever another connection has changed the file. https://www.sqlite.org/pragma.html#pragma_data_version */
async function version(connection: Queryable): Promise<string> {
  return String((await readRows(connection, 'PRAGMA data_version'))[0]?.[0])
}

async function remove(copy: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) await rm(copy + suffix, { force: true })
}

async function inOneTransaction<T>(url: string, work: (target: Target) => Promise<T>): Promise<T> {
  const connection = await new PrismaPg(patientPool(url)).connect()
  try {
    const transaction = await connection.startTransaction()
    const execute = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] })
    let result: T
    try {
      await execute(LOCK_TIMEOUT)
      result = await work(transaction)
    } catch (error) {
      await execute('ROLLBACK').finally(() => transaction.rollback())
      throw error
    }
    try {
      await execute('COMMIT')
      await transaction.commit()
    } catch (cause) {
      throw new CopyRefusedError(
        'PostgreSQL did not confirm the end of the move: run this again, and it tells whether everything is there.',
        { cause },
      )
    }
    return result
  } finally {
    await connection.dispose()
  }
}

async function carryAll(from: Queryable, to: Target): Promise<Move> {
  const all = await readSourceTables(from)
  const names = all.map(({ name }) => `"${name}"`).join(', ')
  await to.executeRaw({ sql: `LOCK TABLE ${names} IN EXCLUSIVE MODE`, args: [], argTypes: [] })
  const tables = all.filter(({ name }) => !PRESENCE.includes(name))
  const filled = await firstFilled(to, tables)
  if (filled !== null) {
    if (await isSame(from, to, tables)) return { tables: await sumsOf(from, tables), wasThere: true }
    throw new CopyRefusedError(
      `The new database is not empty (there are rows in ${filled}): name an empty one, or empty this one yourself.`,
    )
  }
  for (const table of tables) {
    await carryTable(from, to, table)
    await passNumbers(from, to, table)
  }
  await to.executeRaw({ sql: `UPDATE lanes SET "leaseUntil" = 'epoch'`, args: [], argTypes: [] })
  await to.executeRaw({ sql: FILL_SEARCH_ANEW, args: [], argTypes: [] })
  if (!(await isSame(from, to, tables))) {
    throw new CopyRefusedError(
      'The two databases differ in the end: nothing is in the new one; run this again.',
    )
  }
  return { tables: await sumsOf(from, tables), wasThere: false }
}

async function firstFilled(to: Target, tables: readonly SourceTable[]): Promise<string | null> {
  for (const { name } of tables) {
    if ((await readRows(to, `SELECT 1 FROM "${name}" LIMIT 1`)).length > 0) return name
  }
  return null
}

async function isSame(from: Queryable, to: Queryable, tables: readonly SourceTable[]): Promise<boolean> {
  for (const table of tables) {
    const [there, here] = [await sumUpSource(from, table), await sumUpTarget(to, table)]
    if (there.rows !== here.rows || there.checksum !== here.checksum) return false
  }
  return true
}

async function sumsOf(from: Queryable, tables: readonly SourceTable[]): Promise<readonly MovedTable[]> {
  const sums: MovedTable[] = []
  for (const table of tables) sums.push({ name: table.name, ...(await sumUpSource(from, table)) })
  return sums
}
