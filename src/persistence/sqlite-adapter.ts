import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { createBreather } from './breather.ts'
import { createTurnstile } from './turnstile.ts'

type SqliteConnection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type SqlQuery = Parameters<SqliteConnection['queryRaw']>[0]
type SqlTransaction = Awaited<ReturnType<SqliteConnection['startTransaction']>>

/** How long a statement waits, in ms, for another process that holds the file's lock. */
const BUSY_TIMEOUT_MS = 5000

/** FULL: a commit is on the disk before it is acknowledged; the driver's default under WAL is NORMAL, which is not. */
const PRAGMAS = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
`

/**
 * Prisma's adapter keeps one connection: a statement outside a transaction would run inside whatever transaction another
 * lane has open at that moment, read what may never be committed and be rolled back with it. So reads get a connection of
 * their own, and a write outside a transaction waits for its turn like a transaction does.
 */
export function createSqliteAdapter(file: string): {
  readonly provider: 'sqlite'
  readonly adapterName: string
  connect(): Promise<SqliteConnection>
} {
  const factory = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS })
  return {
    provider: 'sqlite',
    adapterName: factory.adapterName,
    async connect() {
      const writer = await factory.connect()
      await writer.executeScript(PRAGMAS)
      const reader = await factory.connect()
      await reader.executeScript(`${PRAGMAS}PRAGMA query_only = ON;`)
      return joinConnections(writer, reader)
    },
  }
}

function joinConnections(writer: SqliteConnection, reader: SqliteConnection): SqliteConnection {
  const turnstile = createTurnstile()
  const breathe = createBreather()
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await turnstile.enter()
    try {
      await breathe()
      return await work()
    } finally {
      leave()
    }
  }
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    async queryRaw(query) {
      if (!query.sql.startsWith('SELECT')) return inTurn(() => writer.queryRaw(query))
      await breathe()
      return reader.queryRaw(query)
    },
    executeRaw: (query) => inTurn(() => writer.executeRaw(query)),
    executeScript: (script) => inTurn(() => writer.executeScript(script)),
    async startTransaction() {
      const leave = await turnstile.enter()
      try {
        await breathe()
        // IMMEDIATE: a transaction that reads first and writes later would fail at once where another process wrote in between.
        await writer.executeScript('BEGIN IMMEDIATE')
        return beginTransaction(writer, leave)
      } catch (error) {
        leave()
        throw error
      }
    },
    async dispose() {
      await reader.dispose()
      await writer.dispose()
    },
  }
}

/** Prisma sends COMMIT and ROLLBACK as statements and then says `commit()` or `rollback()`; what was never ended is rolled back. */
function beginTransaction(writer: SqliteConnection, leave: () => void): SqlTransaction {
  let open = true
  const end = async () => {
    try {
      if (open) await writer.executeScript('ROLLBACK')
    } finally {
      open = false
      leave()
    }
  }
  const run = (sql: string) => writer.executeRaw({ sql, args: [], argTypes: [] }).then(() => undefined)
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => writer.queryRaw(query),
    async executeRaw(query: SqlQuery) {
      const changed = await writer.executeRaw(query)
      if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') open = false
      return changed
    },
    commit: end,
    rollback: end,
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  }
}
