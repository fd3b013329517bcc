import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { expect, it } from 'vitest'
import { PrismaClient } from '../../src/persistence/generated/sqlite/client.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { createSqliteAdapter } from '../../src/persistence/sqlite-adapter.ts'
import { placeTestDatabase } from '../support/database.ts'

it('SQLite has every commit on the disk before it acknowledges it, on each connection', async () => {
  const location = await placeTestDatabase('sqlite')
  await (await openDatabase(location)).close()
  const file = `${location.dataDir}/desk.db`
  const ours = new PrismaClient({ adapter: createSqliteAdapter(file) })
  const plain = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) })
  try {
    // Through the client: the writer. Statements that begin with SELECT go to the reader.
    expect(await ours.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }])
    expect(await ours.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: 'wal' }])
    expect(await ours.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }])
    expect(await ours.$queryRaw`PRAGMA busy_timeout`).toEqual([{ timeout: 5000n }])
    expect(await ours.$queryRaw`PRAGMA query_only`).toEqual([{ query_only: 0n }])
    const reader = { synchronous: 2n, query_only: 1n, foreign_keys: 1n, timeout: 5000n }
    for (const [name, value] of Object.entries(reader)) {
      const pragma = name === 'timeout' ? 'busy_timeout' : name
      const rows = await ours.$queryRawUnsafe(`SELECT "${name}" AS value FROM pragma_${pragma}`)
      expect(rows).toEqual([{ value }])
    }
    // What the adapter does by itself: the reason for all this.
    expect(await plain.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 1n }])
  } finally {
    await ours.$disconnect()
    await plain.$disconnect()
  }
})
