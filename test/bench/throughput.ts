import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { type BotUnderTest, type Measured, startBotUnderTest } from './bot-under-test.ts'
import { type Crowd, chat, createRush, fillInForms } from './crowd.ts'

export interface Load {
  /** People at once. */
  readonly people: number
  /** Updates before the measurement begins. */
  readonly warmUp: number
  readonly updates: number
}

export interface Throughput extends Measured {
  /** MB; null where the system does not tell. */
  readonly restMb: number | null
  readonly endMb: number | null
  /** Ten seconds after the last update. */
  readonly calmMb: number | null
}

const CALM_AFTER_MS = 10_000

/** The built desk under a crowd that fills in forms. @param databaseUrl PostgreSQL; null: SQLite in a new folder */
export function measureDesk(load: Load, databaseUrl: string | null): Promise<Throughput> {
  return withDesk(databaseUrl, {}, (start) => measure(load, start, fillInForms))
}

/** The built desk under a backlog, its calls going out at the pace Telegram allows: how fast it stores and works updates. */
export function measureBacklog(load: Load, databaseUrl: string | null): Promise<Throughput> {
  return withDesk(databaseUrl, { BENCH_PACE: 'telegram' }, async (start) => {
    const sim = await startSimulator()
    try {
      const bot = start(sim)
      await sim.waitForBot({ timeoutMs: 30_000 })
      const restMb = bot.memoryMb()
      const rush = createRush(sim, load.people)
      rush.write(load.warmUp)
      await bot.reportAfter(load.warmUp)
      bot.begin()
      rush.write(load.updates)
      const measured = await bot.reportAfter(load.updates)
      const endMb = bot.memoryMb()
      await bot.stop()
      return { ...measured, restMb, endMb, calmMb: null }
    } finally {
      await sim.stop()
    }
  })
}

/** Gives `run` what starts the desk on a data folder of its own, removed in the end. */
async function withDesk<T>(
  databaseUrl: string | null,
  more: Readonly<Record<string, string>>,
  run: (start: (sim: Simulator) => BotUnderTest) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const settings = { DATA_DIR: dataDir, LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl ?? '', ...more }
  try {
    return await run((sim) => {
      const staff = sim.createGroup({ title: 'Staff', kind: 'forum' })
      return startBotUnderTest('desk-process.js', {
        ...at(sim),
        ...settings,
        STAFF_CHAT_ID: String(staff.id),
      })
    })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A bare grammY bot under a crowd that writes lines. */
export function measureEcho(load: Load): Promise<Throughput> {
  return measure(load, (sim) => startBotUnderTest('echo-process.js', at(sim)), chat)
}

async function measure(
  load: Load,
  start: (sim: Simulator) => BotUnderTest,
  gather: (sim: Simulator, size: number) => Crowd,
): Promise<Throughput> {
  const sim = await startSimulator()
  try {
    const bot = start(sim)
    await sim.waitForBot({ timeoutMs: 30_000 })
    const restMb = bot.memoryMb()
    const crowd = gather(sim, load.people)
    await crowd.sent(load.warmUp)
    bot.begin()
    await crowd.sent(load.updates)
    const measured = await bot.report()
    const endMb = bot.memoryMb()
    crowd.leave()
    await new Promise((resolve) => setTimeout(resolve, CALM_AFTER_MS))
    const calmMb = bot.memoryMb()
    await bot.stop()
    return { ...measured, restMb, endMb, calmMb }
  } finally {
    await sim.stop()
  }
}

function at(sim: Simulator): Record<string, string> {
  return { BOT_TOKEN: sim.token, TELEGRAM_API_ROOT: sim.url }
}
