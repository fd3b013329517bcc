import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { describe, onTestFinished } from 'vitest'
import type { Provider } from '../../src/persistence/client.ts'
import { type Database, type DatabaseLocation, openDatabase } from '../../src/persistence/open-database.ts'

/** A server on which tests make schemas of their own; unset: the PostgreSQL part is skipped. */
const serverUrl = process.env.TEST_DATABASE_URL

/** The contract: every `fn` runs on each database; on PostgreSQL where `TEST_DATABASE_URL` is set. */
export function describeOnEachDatabase(name: string, fn: (provider: Provider) => void): void {
  describe(`${name} on SQLite`, () => fn('sqlite'))
  const title = serverUrl
    ? `${name} on PostgreSQL`
    : `${name} on PostgreSQL: skipped, TEST_DATABASE_URL is not set`
  describe.skipIf(!serverUrl)(title, () => fn('postgresql'))
}

/** An empty database with all migrations applied, closed and removed when the test is over. Call it inside a test. */
export async function openTestDatabase(provider: Provider = 'sqlite'): Promise<Database> {
  const database = await openDatabase(await placeTestDatabase(provider))
  onTestFinished(() => database.close())
  return database
}

/** Where a test's database can be opened, several times if need be; removed when the test is over. */
export async function placeTestDatabase(provider: Provider): Promise<DatabaseLocation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-test-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  if (provider === 'sqlite') return { url: null, dataDir }

  if (!serverUrl) throw new Error('TEST_DATABASE_URL is not set')
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE SCHEMA "${schema}"`)
  onTestFinished(() => onServer(`DROP SCHEMA "${schema}" CASCADE`))
  const url = new URL(serverUrl)
  url.searchParams.set('schema', schema)
  return { url: url.href, dataDir }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Asks the database itself, past the stores. @returns the rows as objects */
export async function queryTestDatabase(
  { url, dataDir }: DatabaseLocation,
  sql: string,
): Promise<readonly Record<string, unknown>[]> {
  if (url === null) {
    const file = new BetterSqlite3(join(dataDir, 'desk.db'))
    try {
      // As the desk does: what a test replaces must not lie about in the file either.
      file.pragma('secure_delete = ON')
      const statement = file.prepare<[], Record<string, unknown>>(sql)
      if (statement.reader) return statement.all()
      statement.run()
      return []
    } finally {
      file.close()
    }
  }
  const server = new URL(url)
  const schema = server.searchParams.get('schema') ?? 'public'
  server.searchParams.delete('schema')
  const client = new pg.Client({ connectionString: server.href, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
