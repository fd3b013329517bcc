import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startBotUnderTest } from '../bot-under-test.ts'
import { withSchema } from '../with-schema.ts'
import { fillDatabase, makeFindable } from './fill-database.ts'
import { type GrownDesk, growDesk } from './grown-desk.ts'
import { type Action, findTravellers, journey, type Traveller } from './journey.ts'
import { QUIET_TOKEN, startQuietTelegram } from './quiet-telegram.ts'
import { startWorkedDesk, type Worked, type WorkedDesk } from './worked-desk.ts'

export interface ScaleSize {
  readonly tickets: number
  /** A ticket on average. */
  readonly messages: number
  /** Of each action. */
  readonly samples: number
}

export interface ActionTimes {
  readonly name: string
  /** Ms from the beginning of an update's work to its commit, sorted. */
  readonly times: readonly number[]
  /** Processor time of the same, ms, sorted. */
  readonly cpuTimes: readonly number[]
}

export interface ScaleFound {
  readonly tickets: number
  readonly messages: number
  /** Seconds. */
  readonly filledIn: number
  /** From the start of the process to its first getUpdates, ms, one a start. */
  readonly starts: readonly number[]
  readonly actions: readonly ActionTimes[]
  /** Processor time an update, everything the process does included. */
  readonly cpu: number
}

const STARTS = 3
const WARM_UP = 15

/** Measures the built desk on a database that has grown for years. @param serverUrl PostgreSQL; null: SQLite in a new folder */
export async function measureScale(size: ScaleSize, serverUrl: string | null): Promise<ScaleFound> {
  if (serverUrl !== null) return withSchema(serverUrl, (url) => measureIn(size, url))
  return measureIn(size, null)
}

async function measureIn(size: ScaleSize, url: string | null): Promise<ScaleFound> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-scale-'))
  const grown = growDesk(size.tickets, size.messages, new Date())
  try {
    const begunAt = performance.now()
    await fillDatabase({ url, dataDir }, grown)
    const filledIn = (performance.now() - begunAt) / 1_000
    const settings = {
      ...{ BOT_TOKEN: QUIET_TOKEN, STAFF_CHAT_ID: String(grown.staffChatId), LOG_LEVEL: 'error' },
      WEEKLY_REPORT: 'off',
      ...{ DATA_DIR: dataDir, DATABASE_URL: url ?? '' },
    }
    const messages = grown.tickets.reduce((sum, ticket) => sum + ticket.messages, 0)
    const starts = await measureStarts(grown, settings)
    await makeFindable({ url, dataDir })
    const worked = await measureActions(grown, settings, size.samples)
    return { tickets: size.tickets, messages, filledIn, starts, ...worked }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureStarts(
  grown: GrownDesk,
  settings: Readonly<Record<string, string>>,
): Promise<number[]> {
  const starts: number[] = []
  const main = fileURLToPath(new URL('../../../dist/main.js', import.meta.url))
  for (let start = 0; start < STARTS; start += 1) {
    const telegram = await startQuietTelegram(grown.staffChatId)
    const asked = telegram.askedForUpdates()
    const begunAt = performance.now()
    const desk = startBotUnderTest(main, { ...settings, TELEGRAM_API_ROOT: telegram.url })
    await asked
    starts.push(performance.now() - begunAt)
    await desk.stop()
    await telegram.close()
  }
  return starts
}

async function measureActions(
  grown: GrownDesk,
  settings: Readonly<Record<string, string>>,
  samples: number,
): Promise<Pick<ScaleFound, 'actions' | 'cpu'>> {
  const telegram = await startQuietTelegram(grown.staffChatId)
  const desk = await startWorkedDesk(telegram, { ...settings, TELEGRAM_API_ROOT: telegram.url })
  try {
    const travellers = findTravellers(grown, WARM_UP + samples)
    const actions = journey(grown, telegram)
    // Everything once, so that nobody's figures hold the compiler's time.
    for (const action of actions) await time(desk, action, travellers.slice(0, WARM_UP))
    await desk.cpuMs()
    const times: ActionTimes[] = []
    for (const action of actions) times.push(await time(desk, action, travellers.slice(WARM_UP)))
    const updates = times.reduce((sum, each) => sum + each.times.length, 0)
    return { actions: times, cpu: (await desk.cpuMs()) / updates }
  } finally {
    await desk.stop()
    await telegram.close()
  }
}

/** What gathers leaves the desk alone for a second and a half: so long a volley of it may last. Milliseconds. */
const VOLLEY_MS = 1_000
/** Longer than what follows a commit at once. Milliseconds. */
const BREATHER_MS = 25

/** One after the other, each on a desk that has nothing else to do. */
async function time(
  desk: WorkedDesk,
  action: Action,
  travellers: readonly Traveller[],
): Promise<ActionTimes> {
  const worked: Worked[] = []
  let volleyBegan = performance.now()
  for (const traveller of travellers) {
    worked.push(await desk.work(action.update(traveller)))
    if (action.gathers === true && performance.now() < volleyBegan + VOLLEY_MS) await pause(BREATHER_MS)
    else {
      await desk.idle()
      volleyBegan = performance.now()
    }
    action.after?.(traveller)
  }
  await desk.idle()
  const times = worked.map(({ ms }) => ms).sort((one, other) => one - other)
  const cpuTimes = worked.map(({ cpuMs }) => cpuMs).sort((one, other) => one - other)
  return { name: action.name, times, cpuTimes }
}
