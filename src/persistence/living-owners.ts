import type { Provider } from './client.ts'
import { isMissingTable, type Queryable, readRows } from './migration-sessions.ts'
import { isSurelyGone, nameProcess } from './process-name.ts'

/** Of the moment in `until`, milliseconds since 1970: the two databases keep moments in different ways. */
const UNTIL_MS: Record<Provider, string> = {
  sqlite: `(julianday("until") - 2440587.5) * 86400000.0`,
  postgresql: `(extract(epoch FROM "until") * 1000)::float8`,
}

/** Where processes say that they live; databases of the first release have the first one alone. */
const TABLES = ['leases', 'processes']

/**
 * The processes that run on the database, by their names; those of this machine that are gone don't count.
 * @param now by the clock that all of them share
 */
export async function readLivingOwners(
  connection: Queryable,
  provider: Provider,
  now: Date,
): Promise<readonly string[]> {
  const living = new Set<string>()
  for (const table of TABLES) {
    const sql = `SELECT owner, ${UNTIL_MS[provider]} FROM ${table}`
    const rows = await readRows(connection, sql).catch((error: unknown) => {
      if (isMissingTable(error)) return []
      throw error
    })
    for (const [owner, until] of rows) if (Number(until) > now.getTime()) living.add(String(owner))
  }
  const self = nameProcess()
  return [...living].filter((owner) => !isSurelyGone(owner, self))
}
