import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readRows } from '../migration-sessions.ts'
import { CopyRefusedError } from './copy-refused-error.ts'
import { copySqlite, onConnection } from './copy-sqlite.ts'

export interface Backup {
  readonly bytes: number
  readonly customers: number
  readonly tickets: number
  readonly messages: number
  /** Updates that were not worked yet, and calls that were not sent: a desk started on the copy goes on with them. */
  readonly waiting: { readonly updates: number; readonly calls: number }
}

const COUNTS = `SELECT (SELECT count(*) FROM customers), (SELECT count(*) FROM tickets),
  (SELECT count(*) FROM ticket_messages),
  (SELECT count(*) FROM inbox_events WHERE status = 'waiting'),
  (SELECT count(*) FROM outbox_calls WHERE status IN ('waiting', 'sending'))`

/**
 * Copies the embedded database in `dataDir` to `file`, whoever works with it meanwhile. The file appears under its name
 * only when it is whole and sound.
 * @throws CopyRefusedError when there is nothing to copy, the file is there already, or the copy is not sound
 */
export async function backUp(dataDir: string, file: string): Promise<Backup> {
  const source = join(dataDir, 'desk.db')
  if (!existsSync(source))
    throw new CopyRefusedError(`There is no database in ${dataDir} yet: nothing to copy.`)
  refuseOverwriting(file)
  await mkdir(dirname(file), { recursive: true })
  const part = `${file}.part`
  await rm(part, { force: true })
  await copySqlite(source, part)
  const [row = []] = await onConnection(part, (connection) => readRows(connection, COUNTS))
  const [customers = 0, tickets = 0, messages = 0, updates = 0, calls = 0] = row.map(Number)
  const { size } = await stat(part)
  refuseOverwriting(file)
  await rename(part, file)
  return { bytes: size, customers, tickets, messages, waiting: { updates, calls } }
}

function refuseOverwriting(file: string): void {
  if (existsSync(file))
    throw new CopyRefusedError(`${file} is there already and is not overwritten: name another file.`)
}
