import { type Queryable, readRows } from '../migration-sessions.ts'
import { SEARCH_TABLES } from '../search/search-document.ts'

interface Column {
  readonly name: string
  /** As declared: TEXT, INTEGER, DATETIME … */
  readonly type: string
}

/** A table as SQLite knows it: whatever the migrations have made, so that a new one is carried without being named here. */
export interface SourceTable {
  readonly name: string
  readonly columns: readonly Column[]
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[]
  readonly references: readonly string[]
}

const COLUMNS = `SELECT tables.name, columns.name, columns.type, columns.pk
  FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
  WHERE tables.schema = 'main' AND tables.type = 'table'
    AND tables.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND tables.name <> '_prisma_migrations'
    AND tables.name NOT IN (${SEARCH_TABLES.map((name) => `'${name}'`).join(', ')})
  ORDER BY tables.name, columns.cid`

/** All tables but SQLite's own, the migrations' history and what the search is made of; those a table refers to come before it. */
export async function readSourceTables(source: Queryable): Promise<readonly SourceTable[]> {
  const byName = new Map<string, { columns: Column[]; keys: { name: string; place: number }[] }>()
  for (const [table, name, type, place] of (await readRows(source, COLUMNS)) as [
    string,
    string,
    string,
    number,
  ][]) {
    const known = byName.get(table) ?? { columns: [], keys: [] }
    byName.set(table, known)
    known.columns.push({ name, type: type.toUpperCase() })
    if (Number(place) > 0) known.keys.push({ name, place: Number(place) })
  }
  const tables: SourceTable[] = []
  for (const [name, { columns, keys }] of byName) {
    const references = await readRows(source, `SELECT "table" FROM pragma_foreign_key_list('${name}')`)
    const key = keys.sort((one, other) => one.place - other.place).map((column) => column.name)
    if (key.length === 0) throw new Error(`The table ${name} has no primary key`)
    tables.push({ name, columns, key, references: references.map(([to]) => String(to)) })
  }
  return inOrder(tables)
}

function inOrder(tables: readonly SourceTable[]): readonly SourceTable[] {
  const ordered = new Set<SourceTable>()
  const visit = (table: SourceTable, path: readonly string[]) => {
    if (path.includes(table.name)) return
    for (const name of table.references) {
      const referred = tables.find((one) => one.name === name)
      if (referred !== undefined) visit(referred, [...path, table.name])
    }
    ordered.add(table)
  }
  for (const table of tables) visit(table, [])
  return [...ordered]
}
