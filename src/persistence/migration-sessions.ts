import type { PrismaPg } from '@prisma/adapter-pg'
import { HISTORY_QUERY, type MigrationSession, type RunSql } from './apply-migrations.ts'
import { beginImmediate } from './sqlite-busy.ts'
import type { SqliteConnections } from './sqlite-connections.ts'

/** The number Prisma's schema engine locks while it migrates a PostgreSQL database. */
const PRISMA_ADVISORY_LOCK = 72707369

/** What can be asked. */
export type Queryable = Pick<Awaited<ReturnType<PrismaPg['connect']>>, 'queryRaw'>

/** A migration session on a SQLite file, locked by `BEGIN IMMEDIATE`. */
export async function openSqliteMigrationSession(
  connections: Pick<SqliteConnections, 'connect'>,
): Promise<MigrationSession> {
  const connection = await connections.connect()
  return {
    history: () => readHistory(connection),
    async exclusively(work) {
      // A table that is made anew is dropped in between; the references to it are checked at the end instead.
      await connection.executeScript('PRAGMA foreign_keys = OFF')
      await beginImmediate(connection)
      try {
        await work(async (sql) => {
          if (isSelect(sql)) return readRows(connection, sql)
          await connection.executeScript(sql)
          return []
        })
        const broken = await readRows(connection, 'PRAGMA foreign_key_check')
        if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that are gone`)
        await connection.executeScript('COMMIT')
      } catch (error) {
        await connection.executeScript('ROLLBACK')
        throw error
      }
    },
    close: () => connection.dispose(),
  }
}

/** A migration session on a PostgreSQL database, locked by the advisory lock that Prisma takes too. */
export async function openPostgresqlMigrationSession(factory: PrismaPg): Promise<MigrationSession> {
  const connection = await factory.connect()
  return {
    history: () => readHistory(connection),
    async exclusively(work) {
      const transaction = await connection.startTransaction()
      const execute = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] })
      const run: RunSql = async (sql) => {
        if (isSelect(sql)) return readRows(transaction, sql)
        await execute(sql)
        return []
      }
      try {
        await execute(`SELECT pg_advisory_xact_lock(${PRISMA_ADVISORY_LOCK})`)
        await work(run)
        await execute('COMMIT')
        await transaction.commit()
      } catch (error) {
        await execute('ROLLBACK').finally(() => transaction.rollback())
        throw error
      }
    },
    close: () => connection.dispose(),
  }
}

/** The migrations' history as it stands in the database; empty where there is none. */
export async function readHistory(connection: Queryable): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readRows(connection, HISTORY_QUERY)
  } catch (error) {
    if (isMissingTable(error)) return []
    throw error
  }
}

/** The rows of one SELECT, values by column. */
export async function readRows(connection: Queryable, sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
}

function isSelect(sql: string): boolean {
  return sql.startsWith('SELECT')
}

/** Whether a query failed for want of its table. */
export function isMissingTable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  return typeof cause === 'object' && cause !== null && 'kind' in cause && cause.kind === 'TableDoesNotExist'
}
