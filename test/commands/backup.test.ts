import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { createLogger } from '../../src/logger.ts'
import { backUp } from '../../src/persistence/copying/back-up.ts'
import { runDesk } from '../../src/run-desk.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { type FiledTicket, fileTicket } from '../support/file-ticket.ts'
import { wordsIn } from '../support/message-words.ts'
import { NO_LIMITS } from '../support/no-limits.ts'
import { openShop, type Shop } from '../support/open-shop.ts'
import { runCommand } from '../support/run-command.ts'

const TOKEN = '123456789:TEST-canary_canary_canary_canary_canary'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Talk {
  /** What Telegram has been told is safe, so far. */
  acknowledged(): readonly string[]
  end(): Promise<void>
}

/** The customer says one thing after the other, each as soon as the last one is with the staff. */
function talk(shop: Shop, person: Person, { topic }: FiledTicket): Talk {
  const said: string[] = []
  let isOver = false
  const isThere = (text: string) =>
    shop.group.messages({ topic: topic ?? 0 }).some((one) => wordsIn(one).includes(text))
  const goOn = async () => {
    while (!isOver) {
      const text = `${person.user.first_name} говорит ${said.length + 1}.`
      person.sendText(text)
      said.push(text)
      await shop.sim.waitFor(() => isThere(text), { what: text })
    }
  }
  const talked = goOn()
  return {
    acknowledged() {
      const unsure = JSON.stringify(shop.sim.world.updates.queue.list())
      return said.filter((text) => !unsure.includes(text))
    },
    async end() {
      isOver = true
      await talked
    },
  }
}

const WAYS = {
  'in its own process': async (shop: Shop, file: string) => {
    await backUp(shop.location.dataDir, file)
  },
  'by another process': async (shop: Shop, file: string) => {
    const settings = { BOT_TOKEN: TOKEN, DATA_DIR: shop.location.dataDir, ATTACHMENTS: 'disk' }
    const { code, output } = await runCommand('backup', shop.location.dataDir, settings, [file])
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringMatching(
        /MB, sound\.\n3 tickets[\s\S]*files are not in it: copy \S*attachments, too/,
      ),
    })
  },
}

test.each(Object.entries(WAYS))(
  'a backup taken %s while people write holds all that was acknowledged, and a desk goes on with it',
  async (_way, take) => {
    const shop = await openShop()
    const people = ['Анна', 'Борис', 'Вера'].map((name) => shop.customer(name))
    const tickets: FiledTicket[] = []
    for (const person of people) tickets.push(await fileTicket(shop, person))
    const talks = people.map((person, n) => talk(shop, person, tickets[n] as FiledTicket))
    await shop.sim.waitFor(() => talks.every((one) => one.acknowledged().length > 2), {
      what: 'everybody to be talking',
    })

    const before = talks.flatMap((one) => one.acknowledged())
    const folder = aFolder()
    await take(shop, join(folder, 'copy.db'))
    await Promise.all(talks.map((one) => one.end()))
    await shop.desk().stop()

    expect(readdirSync(folder)).toEqual(['copy.db'])
    copyFileSync(join(folder, 'copy.db'), join(folder, 'desk.db'))
    const copy = { url: null, dataDir: folder }
    const kept = await queryTestDatabase(
      copy,
      'SELECT content AS text FROM ticket_messages UNION ALL SELECT body FROM inbox_events',
    )
    const everything = kept.map(({ text }) => String(text)).join('\n')
    expect(before.filter((text) => !everything.includes(text))).toEqual([])
    expect(await queryTestDatabase(copy, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])

    await openDesk(shop, folder)
    const left = `SELECT status FROM inbox_events WHERE status <> 'done'
      UNION ALL SELECT status FROM outbox_calls WHERE status IN ('waiting', 'sending', 'failed')`
    // What the first desk held when the copy was made is its own for some seconds: it might still run.
    await expect.poll(() => queryTestDatabase(copy, left), { timeout: 60_000 }).toEqual([])
    const history = (await queryTestDatabase(copy, 'SELECT content FROM ticket_messages')).map(
      ({ content }) => String(content),
    )
    const times = before.map((text) => history.filter((content) => content.includes(text)).length)
    expect(times).toEqual(before.map(() => 1))
  },
  120_000,
)

/** Starts a desk on another folder; it is stopped when the test is over. */
async function openDesk(shop: Shop, dataDir: string): Promise<void> {
  const config = parseConfig({
    BOT_TOKEN: shop.sim.token,
    TELEGRAM_API_ROOT: shop.sim.url,
    STAFF_CHAT_ID: String(shop.group.id),
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
  })
  const log = createLogger({ level: config.logLevel })
  const desk = await runDesk({ config, catalog: await loadCatalog(null), log, limits: NO_LIMITS })
  onTestFinished(() => desk.stop())
}

test('a backup never overwrites a file', async () => {
  const folder = aFolder()
  const { location } = await openShop()
  writeFileSync(join(folder, 'mine.db'), 'precious')
  const settings = { BOT_TOKEN: TOKEN, DATA_DIR: location.dataDir }
  const { code, output } = await runCommand('backup', folder, settings, ['mine.db'])
  expect(output).toContain('mine.db is there already and is not overwritten')
  expect(code).toBe(1)
  expect(readdirSync(folder)).toEqual(['mine.db'])
})

test('a backup without a name goes into the folder backups beside the database', async () => {
  const { location } = await openShop()
  const { code } = await runCommand('backup', location.dataDir, {
    BOT_TOKEN: TOKEN,
    DATA_DIR: location.dataDir,
  })
  expect(code).toBe(0)
  const [only, ...others] = readdirSync(join(location.dataDir, 'backups'))
  expect(only).toMatch(/^desk-\d{4}-\d\d-\d\dT\d{6}\.db$/)
  expect(others).toEqual([])
})

test('a damaged database gives no backup', async () => {
  const location = await placeTestDatabase('sqlite')
  const file = new BetterSqlite3(join(location.dataDir, 'desk.db'))
  file.pragma('foreign_keys = OFF')
  file.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY)')
  file.exec('CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id))')
  file.exec('INSERT INTO children VALUES (1, 7)')
  file.close()
  await expect(backUp(location.dataDir, join(location.dataDir, 'copy.db'))).rejects.toThrow(
    'The copy is not sound',
  )
  expect(existsSync(join(location.dataDir, 'copy.db'))).toBe(false)
  expect(existsSync(join(location.dataDir, 'copy.db.part'))).toBe(false)
})

test.each([
  [{ DATABASE_URL: 'postgresql://desk:canary-word@localhost:5432/desk' }, [], 'back it up with pg_dump'],
  [{}, [], /There is no database in .* yet: nothing to copy/],
  [{}, ['one.db', 'two.db'], 'One file at a time'],
  [{}, ['--fast'], "Unknown option '--fast'"],
])('a backup that can not be made is explained: %j %j', async (settings, args, words) => {
  const folder = aFolder()
  const { code, output } = await runCommand(
    'backup',
    folder,
    { BOT_TOKEN: TOKEN, DATA_DIR: folder, ...settings },
    args,
  )
  expect(output).toMatch(words)
  expect(output).not.toMatch(/canary/)
  expect(code).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})
