import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { startBotUnderTest } from './bot-under-test.ts'

export interface StartUp {
  /** With the tables still to be made. Milliseconds from spawn to the first getUpdates. */
  readonly firstMs: number
  /** Median of the later starts. */
  readonly againMs: number
  /** Two seconds after a start; null where the system does not tell. */
  readonly restMb: number | null
}

const SETTLED_MS = 2_000

/** Starts `script` with its folder empty, then `times` times again. */
export async function measureStartUp(script: string, times: number): Promise<StartUp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  try {
    const first = await startOnce(script, dataDir)
    const again: number[] = []
    let restMb: number | null = null
    for (let time = 0; time < times; time += 1) {
      const started = await startOnce(script, dataDir)
      again.push(started.ms)
      restMb = started.restMb
    }
    again.sort((one, other) => one - other)
    return { firstMs: first.ms, againMs: again[Math.floor(times / 2)] ?? 0, restMb }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(script: string, dataDir: string): Promise<{ ms: number; restMb: number | null }> {
  const sim = await startSimulator()
  try {
    const staff = sim.createGroup({ title: 'Staff', kind: 'forum' })
    const settings = { DATA_DIR: dataDir, LOG_LEVEL: 'warn', STAFF_CHAT_ID: String(staff.id) }
    const begunAt = performance.now()
    const bot = startBotUnderTest(script, { BOT_TOKEN: sim.token, TELEGRAM_API_ROOT: sim.url, ...settings })
    await sim.waitForBot({ timeoutMs: 30_000 })
    const ms = performance.now() - begunAt
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
    const restMb = bot.memoryMb()
    await bot.stop()
    return { ms, restMb }
  } finally {
    await sim.stop()
  }
}
