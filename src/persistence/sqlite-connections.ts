import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { BUSY_TIMEOUT_MS } from './sqlite-busy.ts'

export type SqliteConnection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>

/** Opens connections to one database file; each is asked whether it keeps what it acknowledges. */
export interface SqliteConnections {
  readonly adapterName: string
  /** @throws Error when the file can't be opened, or its folder does not allow a write-ahead log */
  connect(): Promise<SqliteConnection>
}

/**
 * What is deleted is overwritten, in the file and, when the log begins anew, in the log: it would lie there for as long as nothing
 * else needs the place. https://www.sqlite.org/pragma.html#pragma_secure_delete
 *
 * FULL: a commit is on the disk before it is acknowledged; the driver's default under WAL is NORMAL, which is not.
 */
const PRAGMAS = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA journal_size_limit = 0;
`
/** https://www.sqlite.org/pragma.html#pragma_synchronous */
const SYNCHRONOUS_FULL = 2

/** The one door to SQLite: reading, writing and migrating pass it alike. */
export function createSqliteConnections(file: string): SqliteConnections {
  const factory = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS })
  return {
    adapterName: factory.adapterName,
    async connect() {
      const connection = await factory.connect()
      try {
        await connection.executeScript(PRAGMAS)
        await refuseUnsafe(connection)
        return connection
      } catch (error) {
        await connection.dispose()
        throw error
      }
    },
  }
}

/** For a look at a file that another process may be working with: nothing can be written. @throws when it is not there */
export function openSqliteReadOnly(file: string): Promise<SqliteConnection> {
  const options = { url: `file:${file}`, timeout: BUSY_TIMEOUT_MS, readonly: true, fileMustExist: true }
  return new PrismaBetterSqlite3(options).connect()
}

/** SQLite does not say so when it can't do what a pragma asks: on some network drives the journal stays as it was. */
async function refuseUnsafe(connection: SqliteConnection): Promise<void> {
  const journal = await readPragma(connection, 'journal_mode')
  const synchronous = await readPragma(connection, 'synchronous')
  if (journal !== 'wal' || Number(synchronous) !== SYNCHRONOUS_FULL) {
    throw new Error(`no write-ahead log is possible there (journal ${journal}, synchronous ${synchronous})`)
  }
}

async function readPragma(connection: SqliteConnection, name: string): Promise<unknown> {
  const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] })
  return rows[0]?.[0]
}
