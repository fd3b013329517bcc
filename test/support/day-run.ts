import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { onTestFinished } from 'vitest'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { createLogger } from '../../src/logger.ts'
import { type RunningDesk, runDesk } from '../../src/run-desk.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import type { Stage } from './busy-people.ts'
import { createDrivenClock, type DrivenClock } from './driven-clock.ts'
import { createSeededRandom } from './seeded-random.ts'

export interface DayRun {
  readonly stage: Stage
  readonly desk: RunningDesk
  /** Of the desk and of the simulated Telegram alike. */
  readonly clock: DrivenClock
  readonly dataDir: string
  /** What is alive in the heap, in MB, without what the people's chats hold. */
  heapMb(): number
  /** Stops the desk, then Telegram. */
  end(): Promise<void>
}

/** A desk within Telegram's limits whose time passes only when nothing is left to do. */
export async function openDayRun(seed: number): Promise<DayRun> {
  const network = watchNetwork()
  let sim: Simulator | undefined
  let isOpen = false
  const isBusy = () =>
    network.underWay() > 0 ||
    (isOpen && sim !== undefined && (sim.updates.pending().length > 0 || !sim.world.updates.poll.isWaiting()))
  const clock = createDrivenClock(new Date('2026-11-02T09:00:00Z'), isBusy)
  sim = await startSimulator({
    clock: { now: () => clock.now().getTime(), setTimer: clock.setTimer },
    limits: 'telegram',
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-day-'))
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const agent = sim.createUser({ firstName: 'Олег', languageCode: 'ru' })
  group.join(agent)
  const config = parseConfig({
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    DATA_DIR: dataDir,
    STAFF_CHAT_ID: String(group.id),
    LOG_LEVEL: 'fatal',
  })
  const log = createLogger({ level: config.logLevel })
  const catalog = await loadCatalog(null)
  const desk = await runDesk({ config, catalog, log, clock, looksAtPhotos: false })
  await sim.waitForBot()
  isOpen = true
  const { world } = sim
  onTestFinished(async () => {
    network.restore()
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    stage: { sim, group, agent, random: createSeededRandom(seed) },
    desk,
    clock,
    dataDir,
    heapMb() {
      // The stand-in remembers every call, update, tap and message for as long as it runs; the desk must not.
      sim.calls.length = 0
      world.callbacks.clear()
      world.updates.queue.forgetConfirmed()
      for (const chat of world.chats.values()) chat.messages.clear()
      return collectedHeapMb()
    },
    async end() {
      isOpen = false
      await desk.stop()
      await sim.stop()
    },
  }
}

function collectedHeapMb(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** Counts requests under way; one that waits for updates does not hold up time. */
function watchNetwork(): { underWay(): number; restore(): void } {
  const { fetch } = globalThis
  let underWay = 0
  globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/getUpdates')) return fetch(input, init)
    underWay += 1
    try {
      const response = await fetch(input, init)
      // Read to its end here, so that the answer counts as under way until it is there.
      const body = await response.arrayBuffer()
      return new Response(body, response)
    } finally {
      underWay -= 1
    }
  }
  return {
    underWay: () => underWay,
    restore: () => {
      globalThis.fetch = fetch
    },
  }
}
