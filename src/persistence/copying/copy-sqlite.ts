import { open, rm } from 'node:fs/promises'
import { readRows } from '../migration-sessions.ts'
import { openSqliteReadOnly, type SqliteConnection } from '../sqlite-connections.ts'
import { CopyRefusedError } from './copy-refused-error.ts'

/**
 * Copies a database file to `target`, which must not be there, as it is at one moment, whoever writes to it meanwhile:
 * nobody is held up, and what was committed before the call is in it. https://www.sqlite.org/lang_vacuum.html#vacuuminto
 * @throws CopyRefusedError when the copy is not sound; it is removed then
 */
export async function copySqlite(source: string, target: string): Promise<void> {
  try {
    await onConnection(source, (connection) =>
      connection.executeRaw({
        sql: 'VACUUM INTO ?',
        args: [target],
        argTypes: [{ scalarType: 'string', arity: 'scalar' }],
      }),
    )
    await refuseUnsound(target)
    await reachDisk(target)
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
}

async function refuseUnsound(file: string): Promise<void> {
  const faults = await onConnection(file, async (connection) => [
    ...(await readRows(connection, 'PRAGMA integrity_check')).filter(([word]) => word !== 'ok'),
    ...(await readRows(connection, 'PRAGMA foreign_key_check')),
  ])
  if (faults.length === 0) return
  const [first] = faults
  throw new CopyRefusedError(
    `The copy is not sound (${faults.length} faults, the first: ${String(first?.[0])}): the database file itself is damaged; go back to an earlier backup.`,
  )
}

/** Opens the file for reading, and closes it again. */
export async function onConnection<T>(
  file: string,
  work: (connection: SqliteConnection) => Promise<T>,
): Promise<T> {
  const connection = await openSqliteReadOnly(file)
  try {
    return await work(connection)
  } finally {
    await connection.dispose()
  }
}

async function reachDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
