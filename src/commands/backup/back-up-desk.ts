import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../config/parse-config.ts'
import { ATTACHMENTS_FOLDER } from '../../files/file-shelf.ts'
import { backUp } from '../../persistence/copying/back-up.ts'
import type { CommandCall } from '../console/run-as-process.ts'

/** Copies the embedded database while the bot runs. @returns the exit code */
export async function backUpDesk({ env, args, print }: CommandCall): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
  if (positionals.length > 1) {
    print(`One file at a time: ${positionals.length} were named.`)
    return 1
  }
  const { database, attachments } = parseConfig(env)
  if (database.url !== null) {
    print('The desk keeps everything in PostgreSQL: back it up with pg_dump, which the server brings along.')
    return 1
  }
  const file = resolve(positionals[0] ?? defaultFile(database.dataDir, new Date()))
  const { bytes, customers, tickets, messages, waiting } = await backUp(database.dataDir, file)
  print(`${file}: ${(bytes / 1024 ** 2).toFixed(1)} MB, sound.`)
  print(`${tickets} tickets with ${messages} messages of ${customers} customers are in it;`)
  print(`${waiting.updates} updates wait to be worked, ${waiting.calls} calls to be sent.`)
  print(
    `To go back to it: stop the bot, remove desk.db, desk.db-wal and desk.db-shm in ${resolve(database.dataDir)},`,
  )
  print('put the copy there under the name desk.db, and start the bot.')
  if (attachments === 'disk')
    print(`Customers' files are not in it: copy ${resolve(database.dataDir, ATTACHMENTS_FOLDER)}, too.`)
  return 0
}

function defaultFile(dataDir: string, now: Date): string {
  const moment = now.toISOString().slice(0, 19).replaceAll(':', '')
  return join(dataDir, 'backups', `desk-${moment}.db`)
}
