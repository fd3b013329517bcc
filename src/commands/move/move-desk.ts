import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../config/parse-config.ts'
import { ATTACHMENTS_FOLDER } from '../../files/file-shelf.ts'
import { moveToPostgresql } from '../../persistence/copying/move-to-postgresql.ts'
import type { CommandCall } from '../console/run-as-process.ts'

const USAGE = 'npm run move -- --to postgresql://user:password@host:5432/desk'

/** Carries everything from SQLite to PostgreSQL. @returns the exit code */
export async function moveDesk({ env, args, print }: CommandCall): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
  if (values.to === undefined) {
    print(`Where to? ${USAGE}`)
    return 1
  }
  // Read as the bot will read it, so that what is accepted here is accepted there.
  const { database, attachments } = parseConfig({ ...env, DATABASE_URL: values.to })
  const { tables, wasThere } = await moveToPostgresql(database.dataDir, values.to, () => new Date())
  const width = Math.max(...tables.map(({ name }) => name.length))
  for (const { name, rows, checksum } of tables)
    print(`${name.padEnd(width)}  ${String(rows).padStart(9)} rows  ids ${checksum.toString(16)}  the same`)
  print(
    wasThere ? 'All of it had been moved before; nothing was changed.' : 'All of it is in PostgreSQL now.',
  )
  print('Write the address after DATABASE_URL= in .env and start the bot.')
  print(
    `The old file in ${database.dataDir} is as it was: keep it until you are sure, but don't start a bot on it.`,
  )
  if (attachments === 'disk')
    print(
      `Customers' files stay in ${join(database.dataDir, ATTACHMENTS_FOLDER)}: a bot on another machine needs them there.`,
    )
  return 0
}
