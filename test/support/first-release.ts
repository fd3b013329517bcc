import { readFileSync } from 'node:fs'
import { applyMigrations } from '../../src/persistence/apply-migrations.ts'
import type { Provider } from '../../src/persistence/client.ts'
import { readMigrations } from '../../src/persistence/migration-files.ts'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { sampleJpeg } from '../../src/simulator/state/sample-files.ts'
import { ok } from '../simulator/bot-side.ts'
import { placeTestDatabase, queryTestDatabase } from './database.ts'
import { openMigrationSession } from './migration-session.ts'

/**
 * What the first release left behind when it was stopped in the midst of its work, row by row as it wrote them, with
 * values as SQLite keeps them. Finished calls and updates that nothing refers to are left out.
 */
const rowsFile = new URL('../fixtures/first-release.jsonl', import.meta.url)

const FIRST_MIGRATION = '20261101000000_init'

/** When the rows were written, and a minute later. */
export const FIRST_RELEASE_STOPPED_AT = new Date('2026-11-24T10:18:00Z')

export const STAFF_CHAT_ID = -1_001_700_000_001
/** Anna's ticket, which lives in a topic already. */
export const ANNAS_TOPIC = 480

export interface OldRow {
  readonly table: string
  readonly row: Readonly<Record<string, string | number | null>>
}

/** The rows with the ids of files that this simulator knows. */
export function readOldRows(sim: Simulator): readonly OldRow[] {
  const known = new Map<string, string>()
  const fileIn = (old: string) => {
    const id = known.get(old) ?? sim.world.files.add({ kind: 'photo', bytes: sampleJpeg() }).fileId
    known.set(old, id)
    return id
  }
  return readFileSync(rowsFile, 'utf8')
    .replaceAll(/PhACAgI[\w-]+/g, fileIn)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OldRow)
}

/** A database that only the first release has touched. Removed when the test is over. */
export async function placeFirstRelease(
  provider: Provider,
  rows: readonly OldRow[],
): Promise<DatabaseLocation> {
  const location = await placeTestDatabase(provider)
  const first = readMigrations(provider).filter(({ name }) => name === FIRST_MIGRATION)
  await applyMigrations(provider, await openMigrationSession(location), first)
  for (const { table, row } of rows) {
    const columns = Object.keys(row).map((name) => `"${name}"`)
    const values = Object.values(row).map((value) => literal(value))
    const typed =
      provider === 'sqlite'
        ? `VALUES (${values.join(', ')})`
        : `SELECT ${columns.join(', ')} FROM json_populate_record(NULL::"${table}", ${literal(JSON.stringify(row))})`
    await queryTestDatabase(location, `INSERT INTO "${table}" (${columns.join(', ')}) ${typed}`)
  }
  if (provider === 'postgresql') await passNumbers(location, rows)
  return location
}

/** The numbers were given out by the database's own sequences. */
async function passNumbers(location: DatabaseLocation, rows: readonly OldRow[]): Promise<void> {
  for (const table of new Set(rows.filter(({ row }) => 'seq' in row).map((one) => one.table))) {
    const last = `(SELECT max(seq) FROM "${table}")`
    await queryTestDatabase(location, `SELECT setval(pg_get_serial_sequence('"${table}"', 'seq'), ${last})`)
  }
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/** Telegram as the first release left it: the group, Anna's topic, and the messages that are changed later on. */
export async function reenactTelegram(sim: Simulator) {
  const group = sim.createGroup({ title: 'Support', kind: 'forum', id: STAFF_CHAT_ID })
  const person = (firstName: string, id: number) => sim.createUser({ firstName, languageCode: 'ru', id })
  const oleg = person('Олег', 5100)
  group.join(oleg)
  const [anna, boris, vera, gleb] = [
    person('Анна', 5001),
    person('Борис', 5002),
    person('Вера', 5003),
    person('Глеб', 5004),
  ]
  const post = async (chatId: number, messageId: number, method: string, payload: object) => {
    const chat = sim.world.chats.get(chatId)
    if (chat === undefined) throw new Error(`No chat ${chatId}`)
    if (chat.kind === 'private') chat.started = true
    chat.nextMessageId = messageId
    await ok(sim, method, { chat_id: chatId, ...payload })
  }
  await post(STAFF_CHAT_ID, ANNAS_TOPIC, 'createForumTopic', {
    name: '138-876 · Заказ не привезли вовремя · Анна',
  })
  await post(STAFF_CHAT_ID, 481, 'sendMessage', { message_thread_id: ANNAS_TOPIC, text: '№ 138-876' })
  await post(STAFF_CHAT_ID, 488, 'sendMessage', { text: 'the last one' })
  await post(5001, 189, 'sendMessage', { text: 'the last one' })
  await post(5002, 352, 'sendMessage', { text: 'Опишите' })
  await post(5002, 353, 'sendMessage', { text: 'the last one' })
  await post(5003, 52, 'sendMessage', { text: 'Проверьте' })
  await post(5004, 106, 'sendMessage', { text: 'Проверьте' })
  await post(5004, 107, 'sendMessage', { text: 'the last one' })
  return { group, oleg, anna, boris, vera, gleb }
}
