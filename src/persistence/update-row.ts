import { join, raw, type Sql, sqltag } from '@prisma/client/runtime/client'
import { StaleWriteError } from '../domain/errors.ts'
import type { Statement, Writer } from './client.ts'
import { type Columns, checkedValue } from './insert-rows.ts'

/**
 * Changes one row, past Prisma's query compiler as insertRows does it. `where` names the row and what it must still be: a version, a
 * fence. Runs when it is awaited.
 * @throws StaleWriteError where there is no such row (any more), RangeError for a number that is not whole
 */
export function updateRow<Set extends Columns<Set>, Where extends Columns<Where>>(
  client: Writer,
  table: string,
  set: Set,
  where: Where,
): Statement {
  const into = raw(`UPDATE "${table}" SET`)
  const statement = client.$executeRaw(sqltag`${into} ${pairs(set, ', ')} WHERE ${pairs(where, ' AND ')}`)
  const changed = async () => {
    if ((await statement) !== 1) throw new StaleWriteError(`a row of ${table}`)
  }
  // biome-ignore lint/suspicious/noThenProperty: like Prisma's own statements it waits until somebody awaits it
  return { then: (fulfilled, rejected) => changed().then(fulfilled, rejected) }
}

function pairs(columns: object, separator: string): Sql {
  return join(
    Object.entries(columns).map(
      ([column, value]) => sqltag`${raw(`"${column}"`)} = ${checkedValue(column, value)}`,
    ),
    separator,
  )
}
