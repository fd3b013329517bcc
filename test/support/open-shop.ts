import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Config } from '../../src/config/config.ts'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { secretsOf } from '../../src/config/secrets-of.ts'
import type { Backoff } from '../../src/delivery/backoff.ts'
import type { Clock } from '../../src/delivery/ports.ts'
import type { SendLimits } from '../../src/delivery/rate-limits.ts'
import type { Catalog } from '../../src/domain/catalog.ts'
import type { Language } from '../../src/domain/people.ts'
import { createLogger, type Logger } from '../../src/logger.ts'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { type RunningDesk, runDesk } from '../../src/run-desk.ts'
import { describeCall, type LoggedCall } from '../../src/simulator/call-log.ts'
import type { Clock as SimulatorClock } from '../../src/simulator/clock.ts'
import type { Group } from '../../src/simulator/driver/group.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import type { RichMessages } from '../../src/simulator/state/world.ts'
import type { Pace } from '../../src/telegram/replay-logs/free-storage.ts'
import { loadTexts, type Texts } from '../../src/texts/texts.ts'
import type { DeskOptions } from '../../src/wire-desk.ts'
import { NO_LIMITS } from './no-limits.ts'

type GroupKind = 'forum' | 'supergroup' | 'group'

export interface ShopOptions {
  readonly group?: GroupKind | 'none'
  /** Categories that have a staff group of their own. */
  readonly groupsFor?: Readonly<Record<string, GroupKind>>
  /** Of the staff group, and of people whose client names no language of ours. */
  readonly language?: Language
  readonly clock?: Clock
  readonly ticketCard?: 'rich' | 'plain'
  /** What Telegram's side knows of rich messages; all by default. */
  readonly richMessages?: RichMessages
  /** Whether Telegram's side knows ephemeral messages; it does by default. */
  readonly ephemeralMessages?: boolean
  /** Stories don't wait for Telegram's limits; those have tests of their own. */
  readonly limits?: SendLimits
  readonly databaseUrl?: string
  /** How long one call's answer is waited for; ms. */
  readonly timeoutMs?: number
  /** Between tries. */
  readonly backoff?: Backoff
  /** An inbox event has been worked. */
  readonly onWorked?: DeskOptions['onWorked']
  /** A story that loses answers on purpose may leave taps without one. */
  readonly mayLeaveTaps?: boolean
  /** A story in which Telegram has reason to refuse a call of the bot: a topic is gone, a right is missing. */
  readonly mayBeRefused?: boolean
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>
  readonly freeStoragePace?: Pace
  /** Off by default: the simulator's own photos are one pixel large. */
  readonly looksAtPhotos?: boolean
  /** Where the log goes, at level trace. */
  readonly logTo?: (line: string) => void
  /** Telegram's own time; real by default. */
  readonly simulatorClock?: SimulatorClock
}

/** What the owner writes into the settings before a restart. */
export interface SettingChanges {
  readonly group?: Group
  readonly groupsFor?: Readonly<Record<string, Group>>
  /** In place of {@link ShopOptions.env}. */
  readonly env?: Readonly<Record<string, string>>
}

export interface Shop {
  readonly sim: Simulator
  readonly group: Group
  readonly location: DatabaseLocation
  /** The desk that runs now; another one after {@link Shop.restart}. */
  desk(): RunningDesk
  customer(firstName?: string, language?: Language): Person
  agent(firstName?: string): Person
  texts(language: Language): Texts
  restart(changes?: SettingChanges): Promise<void>
  /** All staff groups as the settings name them, the main one first. */
  groups(): readonly Group[]
  groupFor(categoryId: string): Group
  /** Nothing waits any more, neither in the inbox nor in the outbox. */
  settled(): Promise<void>
}

const textsFor = loadTexts()

/** Two refusals are no fault: an edit that changes nothing (a second tap), and an answer to a tap that had one (a repeated update). */
function refusedCalls(sim: Simulator): string[] {
  const isFault = ({ ok, method, error = '' }: LoggedCall) =>
    !ok &&
    error.startsWith('Bad Request') &&
    !error.includes('is not modified') &&
    !error.includes('TOPIC_NOT_MODIFIED') &&
    method !== 'answerCallbackQuery'
  return sim.calls.filter(isFault).map((call) => describeCall(call))
}

function withGroups(catalog: Catalog, groups: Readonly<Record<string, Group>>): Catalog {
  const categories = catalog.categories.map((category) => {
    const group = groups[category.id]
    return group === undefined ? category : { ...category, staffGroup: group.id }
  })
  return { ...catalog, categories }
}

/** As main.ts makes it, where its lines are to be read. */
function loggerFor(config: Config, logTo: ((line: string) => void) | undefined): Logger {
  if (logTo === undefined) return createLogger({ level: config.logLevel })
  return createLogger({ level: 'trace', destination: { write: logTo }, secrets: secretsOf(config) })
}

/** A shop with the real bot on a real database, and everybody's Telegram on the simulator. Closed when the test is over. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const sim = await startSimulator({
    ...(options.simulatorClock === undefined ? {} : { clock: options.simulatorClock }),
    ...(options.richMessages === undefined ? {} : { richMessages: options.richMessages }),
    ...(options.ephemeralMessages === undefined ? {} : { ephemeralMessages: options.ephemeralMessages }),
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-story-'))
  const group = sim.createGroup({
    title: 'Support',
    kind: options.group === 'none' ? 'supergroup' : (options.group ?? 'forum'),
  })
  const own = Object.entries(options.groupsFor ?? {}).map(([category, kind]) => [
    category,
    sim.createGroup({ title: category, kind }),
  ])
  let groupsFor: Readonly<Record<string, Group>> = Object.fromEntries(own)
  const settings = {
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    DATA_DIR: dataDir,
    DATABASE_URL: options.databaseUrl,
    STAFF_CHAT_ID: options.group === 'none' ? undefined : String(group.id),
    DEFAULT_LANGUAGE: options.language ?? 'ru',
    TICKET_CARD: options.ticketCard,
    // Stories that let weeks pass tell of something else; the report has its own.
    WEEKLY_REPORT: 'off',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
  }
  let config = parseConfig({ ...settings, ...options.env })
  const catalog = await loadCatalog(config.catalogFile)
  const start = () =>
    runDesk({
      config,
      catalog: withGroups(catalog, groupsFor),
      log: loggerFor(config, options.logTo),
      limits: options.limits ?? NO_LIMITS,
      looksAtPhotos: options.looksAtPhotos ?? false,
      ...(options.clock === undefined ? {} : { clock: options.clock }),
      ...(options.onWorked === undefined ? {} : { onWorked: options.onWorked }),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      ...(options.backoff === undefined ? {} : { backoff: options.backoff }),
      ...(options.freeStoragePace === undefined ? {} : { freeStoragePace: options.freeStoragePace }),
    })
  let desk = await start()
  onTestFinished(async () => {
    await desk.stop()
    const unanswered = sim.unansweredTaps()
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
    if (options.mayBeRefused !== true) expect(refusedCalls(sim), 'calls Telegram refused').toEqual([])
    if (options.mayLeaveTaps !== true) expect(unanswered, 'taps without an answer').toEqual([])
  })
  return {
    sim,
    group,
    location: config.database,
    desk: () => desk,
    customer: (firstName = 'Анна', language = options.language ?? 'ru') =>
      sim.createUser({ firstName, languageCode: language }),
    agent(firstName = 'Олег') {
      const person = sim.createUser({ firstName, languageCode: 'ru' })
      group.join(person)
      return person
    },
    texts: textsFor,
    async restart(changes = {}) {
      await desk.stop()
      if (changes.env !== undefined) config = parseConfig({ ...settings, ...changes.env })
      if (changes.group !== undefined) config = { ...config, staffChatId: changes.group.id }
      groupsFor = changes.groupsFor ?? groupsFor
      desk = await start()
    },
    groups: () => [group, ...Object.values(groupsFor)],
    groupFor(categoryId) {
      const found = groupsFor[categoryId]
      if (found === undefined) throw new Error(`The category ${categoryId} has no group of its own`)
      return found
    },
    async settled() {
      // Repeated ones count, too.
      await sim.waitFor(() => sim.world.updates.queue.list().length === 0, { what: 'all updates fetched' })
      await desk.whenIdle()
    },
  }
}
