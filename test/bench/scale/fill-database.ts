import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { type DatabaseLocation, openDatabase } from '../../../src/persistence/open-database.ts'
import type { GrownDesk } from './grown-desk.ts'
import { type Row, rowsOf, type TableRows } from './rows.ts'

/** Rows a statement on PostgreSQL. */
const AT_ONCE = 5_000

/** Makes the tables as the product does and fills them past it, as fast as the database takes rows. */
export async function fillDatabase(location: DatabaseLocation, desk: GrownDesk): Promise<void> {
  const made = await openDatabase(location)
  await made.close()
  if (location.url === null) fillSqlite(join(location.dataDir, 'desk.db'), rowsOf(desk))
  else await fillPostgresql(location.url, rowsOf(desk))
}

/** Makes all of it findable, as the product does in its first minutes. @returns seconds of work, and of processor time here */
export async function makeFindable(
  location: DatabaseLocation,
): Promise<{ readonly tookS: number; readonly cpuS: number }> {
  const database = await openDatabase(location)
  const [begunAt, begunCpu] = [performance.now(), process.cpuUsage()]
  while (await database.fillSearch());
  const { user, system } = process.cpuUsage(begunCpu)
  await database.close()
  return { tookS: (performance.now() - begunAt) / 1_000, cpuS: (user + system) / 1e6 }
}

function fillSqlite(file: string, tables: readonly TableRows[]): void {
  const database = new BetterSqlite3(file)
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  database.pragma('cache_size = -1000000')
  // Built at the end in one go, which is many times faster.
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> ''",
    )
    .all()
  for (const { name } of indexes) database.exec(`DROP INDEX "${name}"`)
  for (const { table, rows } of tables) {
    database.transaction(() => {
      let insert: BetterSqlite3.Statement | null = null
      for (const row of rows) {
        insert ??= database.prepare(
          insertInto(
            table,
            row,
            Object.keys(row)
              .map(() => '?')
              .join(', '),
          ),
        )
        insert.run(Object.values(row).map(forSqlite))
      }
    })()
  }
  for (const { sql } of indexes) database.exec(sql)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** As Prisma's adapter writes values. */
function forSqlite(value: Row[string]): string | number | null {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  return typeof value === 'boolean' ? Number(value) : value
}

async function fillPostgresql(url: string, tables: readonly TableRows[]): Promise<void> {
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? 'public'
  parsed.searchParams.delete('schema')
  const client = new pg.Client({ connectionString: parsed.href, options: `-c search_path=${schema}` })
  await client.connect()
  const { rows: indexes } = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = $1 AND indexname NOT LIKE '%pkey'`,
    [schema],
  )
  for (const { indexname } of indexes) await client.query(`DROP INDEX "${indexname}"`)
  for (const { table, rows } of tables) {
    const types = await columnTypes(client, schema, table)
    for (const batch of batches(rows)) await insertBatch(client, table, types, batch)
  }
  for (const { indexdef } of indexes) await client.query(indexdef)
  // The server would get round to it by itself, later.
  await client.query('ANALYZE')
  await client.end()
}

async function columnTypes(
  client: pg.Client,
  schema: string,
  table: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query(
    'SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
    [schema, table],
  )
  return new Map(rows.map((row) => [row.column_name, row.udt_name]))
}

async function insertBatch(
  client: pg.Client,
  table: string,
  types: ReadonlyMap<string, string>,
  batch: readonly Row[],
): Promise<void> {
  const [first] = batch
  if (first === undefined) return
  const columns = Object.keys(first)
  const lists = columns.map((column, index) => `$${index + 1}::${types.get(column)}[]`)
  await client.query(
    `${insertInto(table, first, '').replace(/VALUES \(\)$/, '')} SELECT * FROM unnest(${lists.join(', ')})`,
    columns.map((column) => batch.map((row) => row[column])),
  )
}

function insertInto(table: string, row: Row, values: string): string {
  const columns = Object.keys(row).map((column) => `"${column}"`)
  return `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${values})`
}

function* batches(rows: Iterable<Row>): Iterable<readonly Row[]> {
  let batch: Row[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  yield batch
}
