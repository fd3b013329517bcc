import { createHash } from 'node:crypto'
import { type Queryable, readRows } from '../migration-sessions.ts'
import type { SourceTable } from './source-tables.ts'

/** What two copies of a table must have in common. */
export interface TableSum {
  readonly rows: number
  /** Of the primary keys, whatever their order. */
  readonly checksum: number
}

/** Rows read at once. */
const PAGE = 5_000
/** of each key's hash so much is added up: three bytes, so that a sum of many millions stays exact. */
const HEX_DIGITS = 6

export async function sumUpSource(source: Queryable, table: SourceTable): Promise<TableSum> {
  const key = table.key.map((name) => `CAST("${name}" AS TEXT)`).join(` || '/' || `)
  let sum: TableSum = { rows: 0, checksum: 0 }
  for (let after = -1; ; ) {
    const page = await readRows(
      source,
      `SELECT rowid, ${key} FROM "${table.name}" WHERE rowid > ${after} ORDER BY rowid LIMIT ${PAGE}`,
    )
    if (page.length === 0) return sum
    const added = page.reduce((total, [, text]) => total + hashed(String(text)), 0)
    sum = { rows: sum.rows + page.length, checksum: sum.checksum + added }
    after = Number(page.at(-1)?.[0])
  }
}

export async function sumUpTarget(target: Queryable, table: SourceTable): Promise<TableSum> {
  const key = table.key.map((name) => `"${name}"::text`).join(', ')
  const hash = `encode(sha256(convert_to(concat_ws('/', ${key}), 'UTF8')), 'hex')`
  const sum = `sum(('x' || left(${hash}, ${HEX_DIGITS}))::bit(24)::int)`
  const [[rows, checksum] = []] = await readRows(
    target,
    `SELECT count(*)::int, coalesce(${sum}, 0)::text FROM "${table.name}"`,
  )
  return { rows: Number(rows), checksum: Number(checksum) }
}

function hashed(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, HEX_DIGITS), 16)
}
