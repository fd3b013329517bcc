import { expect, it, onTestFinished } from 'vitest'
import { loadCatalog } from '../../../src/config/load-catalog.ts'
import { parseConfig } from '../../../src/config/parse-config.ts'
import { createLogger } from '../../../src/logger.ts'
import { readMigrations } from '../../../src/persistence/migration-files.ts'
import type { DatabaseLocation } from '../../../src/persistence/open-database.ts'
import { runDesk } from '../../../src/run-desk.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { describeOnEachDatabase, queryTestDatabase } from '../../support/database.ts'
import { tapShown } from '../../support/file-ticket.ts'
import {
  ANNAS_TOPIC,
  FIRST_RELEASE_STOPPED_AT,
  type OldRow,
  placeFirstRelease,
  readOldRows,
  reenactTelegram,
  STAFF_CHAT_ID,
} from '../../support/first-release.ts'
import { NO_LIMITS } from '../../support/no-limits.ts'
import type { Shop } from '../../support/open-shop.ts'
import { createShiftingClock } from '../../support/shifting-clock.ts'
import { wordsIn } from '../../support/staff-story.ts'

/** Tables whose rows are kept for good: what the first release wrote there is still there, as it was. */
const HISTORY = ['customers', 'agents', 'tickets', 'attachments', 'ticket_messages', 'ticket_events']

describeOnEachDatabase('a desk of the first release, stopped in the midst of its work', (provider) => {
  it('is opened by this version, which loses nothing and finishes all that waited', async () => {
    const sim = await startSimulator()
    const rows = readOldRows(sim)
    const people = await reenactTelegram(sim)
    const location = await placeFirstRelease(provider, rows)
    const { anna, boris, vera, gleb, group } = people
    const settled = await openDesk(sim, location)
    await settled()

    const history = await queryTestDatabase(location, 'SELECT migration_name FROM _prisma_migrations')
    expect(history).toHaveLength(readMigrations(provider).length)

    // What waited in the outbox has been sent, what waited in the inbox was worked, in order and once.
    const annaReads = anna.messages().map(wordsIn)
    expect(holding(annaReads, 'Передал курьеру ваш адрес.', 'Если до восьми не приедет')).toEqual([1, 1])
    expect(annaReads.findIndex((text) => text.includes('Передал курьеру'))).toBeLessThan(
      annaReads.findIndex((text) => text.includes('Если до восьми')),
    )
    const topic = group.messages({ topic: ANNAS_TOPIC }).map(wordsIn)
    expect(holding(topic, 'Курьер звонил, привезёт вечером.', 'Вот переписка с курьером')).toEqual([1, 1])
    expect(holding(vera.messages().map(wordsIn), 'Обращение № 474-258 принято')).toEqual([1])
    expect(group.topics().filter(({ name }) => name.startsWith('474-258'))).toHaveLength(1)
    expect(gleb.screen()).toMatch(/№ \d+-\d+ принято/)
    const inGroup = group
      .messages()
      .map((message) => JSON.stringify({ ...message, reply_to_message: undefined }))
    expect(holding(inGroup, 'Посылку отдали соседям', 'Пункт выдачи закрыт')).toEqual([1, 1])

    // The form goes on where it was: the description that waited is taken, the photos are asked for.
    const shop = { sim, settled } as Pick<Shop, 'sim' | 'settled'> as Shop
    await tapShown(shop, boris, 'Пропустить')
    await tapShown(shop, boris, 'Отправить')
    await settled()
    expect(boris.screen()).toMatch(/№ \d+-\d+ принято/)
    expect(group.screen()).toContain('никто не позвонил')

    await expectKept(location, rows)
    const left = `SELECT status FROM inbox_events WHERE status <> 'done'
      UNION ALL SELECT status FROM outbox_calls WHERE status NOT IN ('sent', 'superseded')`
    expect(await queryTestDatabase(location, left)).toEqual([])
    expect(refusals(sim)).toEqual([])
  }, 90_000)
})

/** @returns waits until nothing waits any more */
async function openDesk(sim: Simulator, location: DatabaseLocation): Promise<() => Promise<void>> {
  const config = parseConfig({
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    DATA_DIR: location.dataDir,
    DATABASE_URL: location.url ?? undefined,
    STAFF_CHAT_ID: String(STAFF_CHAT_ID),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
  })
  const clock = createShiftingClock()
  clock.leap(FIRST_RELEASE_STOPPED_AT.getTime() - Date.now())
  const desk = await runDesk({
    config,
    catalog: await loadCatalog(null),
    log: createLogger({ level: config.logLevel }),
    clock,
    limits: NO_LIMITS,
  })
  onTestFinished(async () => {
    await desk.stop()
    await sim.stop()
  })
  return async () => {
    await sim.waitFor(() => sim.world.updates.queue.list().length === 0, { what: 'all updates fetched' })
    await desk.whenIdle()
  }
}

/** How many of the texts hold each of the words. */
function holding(texts: readonly string[], ...words: string[]): number[] {
  return words.map((word) => texts.filter((text) => text.includes(word)).length)
}

async function expectKept(location: DatabaseLocation, rows: readonly OldRow[]): Promise<void> {
  for (const table of HISTORY) {
    const old = rows.filter((one) => one.table === table).map(({ row }) => row)
    const now = await queryTestDatabase(location, `SELECT id FROM "${table}"`)
    expect(old.length).toBeGreaterThan(0)
    expect(now.map(({ id }) => id)).toEqual(expect.arrayContaining(old.map(({ id }) => id)))
  }
  const said = 'SELECT id, author, content FROM ticket_messages'
  const old = rows.filter((one) => one.table === 'ticket_messages')
  expect(await queryTestDatabase(location, said)).toEqual(
    expect.arrayContaining(old.map(({ row: { id, author, content } }) => ({ id, author, content }))),
  )
}

/** A tap from before the stop has no answer any more. */
function refusals(sim: Simulator): readonly unknown[] {
  return sim.calls.filter(
    ({ ok, method, error = '' }) =>
      !ok && method !== 'answerCallbackQuery' && !error.includes('is not modified'),
  )
}
