import { expect, onTestFinished } from 'vitest'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { createLogger } from '../../src/logger.ts'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { runDesk } from '../../src/run-desk.ts'
import type { LoggedCall } from '../../src/simulator/call-log.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { queryTestDatabase } from './database.ts'
import { tapShown } from './file-ticket.ts'
import {
  ANNAS_TOPIC,
  FIRST_RELEASE_STOPPED_AT,
  type OldRow,
  type reenactTelegram,
  STAFF_CHAT_ID,
} from './first-release.ts'
import { wordsIn } from './message-words.ts'
import { NO_LIMITS } from './no-limits.ts'
import type { Shop } from './open-shop.ts'
import { createShiftingClock } from './shifting-clock.ts'

/** Tables whose rows are kept for good: what the first release wrote there is still there, as it was. */
const HISTORY = ['customers', 'agents', 'tickets', 'attachments', 'ticket_messages', 'ticket_events']

/** A desk of today on what the first release left behind, wherever that lies now. */
export interface OldDesk {
  readonly sim: Simulator
  readonly location: DatabaseLocation
  /** Nothing waits any more. */
  settled(): Promise<void>
}

/** All that waited is finished, once and in order; the form goes on where it was; nothing of the history is lost. */
export async function expectFinished(
  { sim, location, settled }: OldDesk,
  people: Awaited<ReturnType<typeof reenactTelegram>>,
  rows: readonly OldRow[],
): Promise<void> {
  const { anna, boris, vera, gleb, group } = people
  await settled()
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
}

/** Starts it a minute after the first release was stopped. */
export async function openOldDesk(sim: Simulator, location: DatabaseLocation): Promise<OldDesk> {
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
  const settled = async () => {
    await sim.waitFor(() => sim.world.updates.queue.list().length === 0, { what: 'all updates fetched' })
    await desk.whenIdle()
  }
  return { sim, location, settled }
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
  const isFault = ({ ok, method, error = '' }: LoggedCall) =>
    !ok &&
    error.startsWith('Bad Request') &&
    !error.includes('is not modified') &&
    method !== 'answerCallbackQuery'
  return sim.calls.filter(isFault)
}
