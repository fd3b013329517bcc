import BetterSqlite3 from 'better-sqlite3'
import { onTestFinished } from 'vitest'

/** What one connection said of itself just before it was closed. */
export interface SeenConnection {
  readonly journal: unknown
  readonly synchronous: unknown
}

/**
 * Watches the driver itself from now on: whoever opens a connection to a file, however briefly, is noticed at its first
 * statement and asked when it closes.
 */
export function watchSqliteConnections(): {
  /** Connections closed so far. */
  readonly closed: readonly SeenConnection[]
  /** Connections that have run a statement and are not closed. */
  open(): number
} {
  const closed: SeenConnection[] = []
  const known = new Set<BetterSqlite3.Database>()
  const driver = BetterSqlite3.prototype
  const { exec, prepare, close } = driver
  const see = (connection: BetterSqlite3.Database) => void known.add(connection)
  driver.exec = function (source) {
    see(this)
    return exec.call(this, source)
  }
  driver.prepare = function (this: BetterSqlite3.Database, source: string) {
    see(this)
    return prepare.call(this, source)
  } as typeof driver.prepare
  driver.close = function () {
    if (known.delete(this)) closed.push(ask(this))
    return close.call(this)
  }
  onTestFinished(() => {
    Object.assign(driver, { exec, prepare, close })
  })
  return { closed, open: () => known.size }
}

function ask(connection: BetterSqlite3.Database): SeenConnection {
  return {
    journal: connection.pragma('journal_mode', { simple: true }),
    synchronous: Number(connection.pragma('synchronous', { simple: true })),
  }
}
