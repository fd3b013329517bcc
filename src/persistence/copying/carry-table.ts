import { type Queryable, readRows } from '../migration-sessions.ts'
import type { SourceTable } from './source-tables.ts'

/** The move's one transaction on PostgreSQL. */
export interface Target extends Queryable {
  executeRaw(query: Parameters<Queryable['queryRaw']>[0]): Promise<number>
}

/** Rows that travel together. */
const BATCH = 500

/** As SQLite's JSON shows a value so that PostgreSQL reads the same out of it. Columns by their declared type. */
const AS_JSON: Readonly<Record<string, (column: string) => string>> = {
  TEXT: (column) => column,
  INTEGER: (column) => column,
  BIGINT: (column) => column,
  BOOLEAN: (column) => column,
  DATETIME: (column) => column,
  // JSON has 15 digits of a number, which may be too few.
  REAL: (column) => `printf('%!.17g', ${column})`,
  BLOB: (column) => `'\\x' || hex(${column})`,
  JSONB: (column) => `json(${column})`,
}

/**
 * Carries all rows from SQLite to PostgreSQL, in batches: one database writes them as JSON, the other reads the JSON as rows
 * of its own types. @returns how many
 */
export async function carryTable(source: Queryable, target: Target, table: SourceTable): Promise<number> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const pairs = table.columns.map((column) => `'${column.name}', ${asJson(table, column)}`).join(', ')
  const insert = `INSERT INTO "${table.name}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table.name}", $1::json)`
  let carried = 0
  for (let after = -1; ; ) {
    const batch = `SELECT count(*), max(_place), json_group_array(json_object(${pairs})) FROM
      (SELECT rowid AS _place, * FROM "${table.name}" WHERE rowid > ${after} ORDER BY rowid LIMIT ${BATCH})`
    const [[count, last, rows] = []] = await readRows(source, batch)
    if (Number(count) === 0) return carried
    await target.executeRaw({
      sql: insert,
      args: [String(rows)],
      argTypes: [{ scalarType: 'string', arity: 'scalar' }],
    })
    carried += Number(count)
    after = Number(last)
  }
}

function asJson(table: SourceTable, { name, type }: SourceTable['columns'][number]): string {
  const show = AS_JSON[type]
  if (show === undefined) throw new Error(`Nobody knows how to carry ${table.name}.${name}, a ${type}`)
  return `CASE WHEN "${name}" IS NULL THEN NULL ELSE ${show(`"${name}"`)} END`
}

/** Where the table numbers its rows, new ones come after all that SQLite ever gave out. */
export async function passNumbers(source: Queryable, target: Target, table: SourceTable): Promise<void> {
  const [[last] = []] = await readRows(
    source,
    `SELECT max(seq) FROM sqlite_sequence WHERE name = '${table.name}'`,
  )
  if (last === null || last === undefined) return
  const column = table.key[0] ?? ''
  await readRows(
    target,
    `SELECT setval(pg_get_serial_sequence('"${table.name}"', '${column}'), ${Number(last)})`,
  )
}
