import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

/** Characters that get lost where somebody quotes or escapes by hand. */
const ODD = `'"\\ \n\t{}[],;: — ёЁ 👩‍👩‍👧 \\u0000 NULL`

/** Fills every table that the migrations have made, whichever they are but those of the search, with rows that refer to each other. */
export function fillTables(dataDir: string, rowsEach: number): readonly string[] {
  const file = new BetterSqlite3(join(dataDir, 'desk.db'))
  try {
    // The order of the tables does not matter then; what refers to nothing is found by the check at the end.
    file.pragma('foreign_keys = OFF')
    const tables = file
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_prisma%'
           AND name NOT LIKE 'search%'`,
      )
      .all()
      .map(({ name }) => name)
    file.transaction(() => {
      for (const table of tables) fillTable(file, table, rowsEach)
    })()
    if ((file.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('Rows refer to nothing')
    return tables
  } finally {
    file.close()
  }
}

function fillTable(file: BetterSqlite3.Database, table: string, rowsEach: number): void {
  const columns = file.pragma(`table_info(${table})`) as Column[]
  const referring = new Map(
    (file.pragma(`foreign_key_list(${table})`) as { from: string; to: string }[]).map(({ from, to }) => [
      from,
      to,
    ]),
  )
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = file.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (let n = 1; n <= rowsEach; n += 1) {
    insert.run(columns.map((column) => makeValue(column, referring.get(column.name), n)))
  }
}

function makeValue({ name, type, notnull, pk }: Column, refersTo: string | undefined, n: number): unknown {
  if (notnull === 0 && pk === 0 && n % 3 === 0) return null
  switch (type.toUpperCase()) {
    case 'BOOLEAN':
      return n % 2
    case 'INTEGER':
      return n
    case 'BIGINT':
      return 9_007_199_254_740_993n + BigInt(n)
    case 'DATETIME':
      return new Date(Date.UTC(2026, 0, 1) + n * 61_001).toISOString().replace('Z', '+00:00')
    case 'TEXT':
      return refersTo === undefined && pk === 0 ? `${name}-${n} ${ODD}` : `${refersTo ?? name}-${n}`
    default:
      throw new Error(`No values for a column of type ${type}: ${name}`)
  }
}
