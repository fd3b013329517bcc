import { createBreather } from './breather.ts'
import { type CommitGroup, createCommitGroup } from './commit-group.ts'
import { beginImmediate } from './sqlite-busy.ts'
import { createSqliteConnections, type SqliteConnection } from './sqlite-connections.ts'
import { createTurnstile, type Turnstile } from './turnstile.ts'

type SqlQuery = Parameters<SqliteConnection['queryRaw']>[0]
type SqlTransaction = Awaited<ReturnType<SqliteConnection['startTransaction']>>

/**
 * Prisma's adapter keeps one connection: a statement outside a transaction would run inside whatever transaction another
 * lane has open at that moment, read what may never be committed and be rolled back with it. So reads get a connection of
 * their own, and a write outside a transaction gets one of its own and waits for its turn.
 */
export function createSqliteAdapter(file: string): {
  readonly provider: 'sqlite'
  readonly adapterName: string
  connect(): Promise<SqliteConnection>
} {
  const connections = createSqliteConnections(file)
  return {
    provider: 'sqlite',
    adapterName: connections.adapterName,
    async connect() {
      const writer = await connections.connect()
      const reader = await connections.connect()
      await reader.executeScript('PRAGMA query_only = ON')
      return joinConnections(writer, reader)
    },
  }
}

function joinConnections(writer: SqliteConnection, reader: SqliteConnection): SqliteConnection {
  const turnstile = createTurnstile()
  const breathe = createBreather()
  const group = createCommitGroup({
    begin: () => beginImmediate(writer),
    run: (script) => writer.executeScript(script),
  })
  const startTransaction = async (): Promise<SqlTransaction> => {
    const leave = await turnstile.enter()
    try {
      await breathe()
      await group.begin()
      return joinGroup(writer, group, turnstile, leave)
    } catch (error) {
      leave()
      throw error
    }
  }
  const inTransaction = async <T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T> => {
    const transaction = await startTransaction()
    try {
      const result = await work(transaction)
      await transaction.executeRaw(statement('COMMIT'))
      return result
    } finally {
      await transaction.rollback()
    }
  }
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    async queryRaw(query) {
      if (!query.sql.startsWith('SELECT')) return inTransaction((transaction) => transaction.queryRaw(query))
      await breathe()
      return reader.queryRaw(query)
    },
    executeRaw: (query) => inTransaction((transaction) => transaction.executeRaw(query)),
    executeScript: (script) => inTransaction(() => writer.executeScript(script)),
    startTransaction,
    async dispose() {
      await reader.dispose()
      await writer.dispose()
    },
  }
}

/** Prisma sends COMMIT and ROLLBACK as statements and then says `commit()` or `rollback()`; what is still open then is undone. */
function joinGroup(
  writer: SqliteConnection,
  group: CommitGroup,
  turnstile: Turnstile,
  leave: () => void,
): SqlTransaction {
  let open = true
  const end = async () => {
    open = false
    // The next in line goes to the disk with this one, so it is let in before.
    const ended = group.end(!turnstile.hasQueue).finally(leave)
    await (await ended).onDisk
  }
  const undo = async () => {
    if (!open) return
    open = false
    await group.undo(!turnstile.hasQueue).finally(leave)
  }
  const run = async (sql: string) => {
    await writer.executeRaw(statement(sql))
  }
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => writer.queryRaw(query),
    async executeRaw(query: SqlQuery) {
      if (query.sql !== 'COMMIT' && query.sql !== 'ROLLBACK') return writer.executeRaw(query)
      await (query.sql === 'COMMIT' ? end() : undo())
      return 0
    },
    commit: undo,
    rollback: undo,
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] }
}
