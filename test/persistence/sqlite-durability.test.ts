import { mkdirSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { PrismaClient } from '../../src/persistence/generated/sqlite/client.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { createSqliteAdapter } from '../../src/persistence/sqlite-adapter.ts'
import { placeTestDatabase } from '../support/database.ts'
import { fileTicket } from '../support/file-ticket.ts'
import { openShop } from '../support/open-shop.ts'
import { watchSqliteConnections } from '../support/sqlite-connections-seen.ts'

const ON_THE_DISK = { journal: 'wal', synchronous: 2 }

it('every SQLite connection of every start has a commit on the disk before it acknowledges it', async () => {
  const seen = watchSqliteConnections()
  const shop = await openShop()
  const perStart = 3
  await fileTicket(shop, shop.customer())
  await shop.restart()
  await fileTicket(shop, shop.customer())
  await shop.desk().stop()
  // One that migrates, one that writes and one that reads, twice.
  expect(seen.closed).toHaveLength(2 * perStart)
  for (const connection of seen.closed) expect(connection).toMatchObject(ON_THE_DISK)
  expect(seen.open(), 'connections left open').toBe(0)
})

it('a file another program left without a write-ahead log gets one at the start', async () => {
  const location = await placeTestDatabase('sqlite')
  mkdirSync(location.dataDir, { recursive: true })
  const other = new BetterSqlite3(`${location.dataDir}/desk.db`)
  other.exec('PRAGMA journal_mode = DELETE; CREATE TABLE notes (id INTEGER)')
  other.close()
  const seen = watchSqliteConnections()
  await (await openDatabase(location)).close()
  expect(seen.closed.length).toBeGreaterThan(0)
  for (const connection of seen.closed) expect(connection).toMatchObject(ON_THE_DISK)
})

it('the client writes with foreign keys on, and its reader can not write', async () => {
  const location = await placeTestDatabase('sqlite')
  await (await openDatabase(location)).close()
  const ours = new PrismaClient({ adapter: createSqliteAdapter(`${location.dataDir}/desk.db`) })
  try {
    // Through the client: the writer. Statements that begin with SELECT go to the reader.
    expect(await ours.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }])
    expect(await ours.$queryRaw`PRAGMA busy_timeout`).toEqual([{ timeout: 5000n }])
    // What is deleted is overwritten.
    expect(await ours.$queryRaw`PRAGMA secure_delete`).toEqual([{ secure_delete: 1n }])
    expect(await ours.$queryRaw`PRAGMA query_only`).toEqual([{ query_only: 0n }])
    const reader = { synchronous: 2n, query_only: 1n, foreign_keys: 1n, timeout: 5000n }
    for (const [name, value] of Object.entries(reader)) {
      const pragma = name === 'timeout' ? 'busy_timeout' : name
      const rows = await ours.$queryRawUnsafe(`SELECT "${name}" AS value FROM pragma_${pragma}`)
      expect(rows).toEqual([{ value }])
    }
  } finally {
    await ours.$disconnect()
  }
})
