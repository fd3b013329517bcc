import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realClock } from '../../src/simulator/clock.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { type GroupAction, readGroup } from '../support/group-actions.ts'
import { type Filed, startRush } from '../support/rush.ts'
import { startBotUnderTest } from './bot-under-test.ts'

const MINUTE_MS = 60_000
const LOOK_EVERY_MS = 1_000

export interface Rush {
  readonly script: 'desk-process.js' | 'guide-process.js'
  readonly tickets: number
  /** The customers begin within this time, ms. */
  readonly withinMs: number
  /** It ends when every ticket is seen, or after this time, ms. */
  readonly endsAfterMs: number
}

export interface Rushed {
  /** Tickets that the staff sees with all their photos, by minute since the first was filed. */
  readonly byMinute: readonly number[]
  readonly filed: number
  readonly confirmed: number
  /** Topic or card there, whatever else is missing. */
  readonly begun: number
  readonly whole: number
  readonly actions: readonly GroupAction[]
  readonly refusals: number
  /** From "send" to the card with all its photos, ms; null: it never came. */
  readonly urgentMs: number | null
  /** Standard tickets shown while the urgent one waited. */
  readonly beforeUrgent: number
  /** From "send" to the confirmation, ms, of those that came. */
  readonly confirmationMs: number
}

/** One bot in one rush, with Telegram's limits and in real time, on a Telegram of its own. */
export async function measureBurst(rush: Rush): Promise<Rushed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const sim = await startSimulator({ limits: 'telegram' })
  try {
    const staff = sim.createGroup({ title: 'Staff', kind: 'forum' })
    const bot = startBotUnderTest(rush.script, {
      ...{ BOT_TOKEN: sim.token, TELEGRAM_API_ROOT: sim.url, STAFF_CHAT_ID: String(staff.id) },
      ...{ DATA_DIR: dataDir, LOG_LEVEL: 'error', BENCH_PACE: 'telegram' },
    })
    await sim.waitForBot({ timeoutMs: 60_000 })
    const filed = startRush(sim, realClock, rush.tickets, rush.withinMs)
    await untilSeen(sim, staff.id, filed, rush.endsAfterMs)
    const found = summarize(sim, staff.id, filed)
    await bot.stop()
    return found
  } finally {
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function untilSeen(sim: Simulator, chatId: number, filed: readonly Filed[], ms: number): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const whole = readGroup(sim.calls, chatId, markers(filed)).wholeAt.size
    if (whole === filed.length && filed.every(({ confirmedAt }) => confirmedAt !== null)) return
  }
}

const markers = (filed: readonly Filed[]) => filed.map(({ marker }) => marker)

function summarize(sim: Simulator, chatId: number, filed: readonly Filed[]): Rushed {
  const { actions, wholeAt, begun } = readGroup(sim.calls, chatId, markers(filed))
  const sent = filed.flatMap(({ filedAt }) => filedAt ?? [])
  const from = Math.min(...sent)
  const minutes = [...wholeAt.values()].map((at) => Math.floor((at - from) / MINUTE_MS))
  const byMinute = Array.from(
    { length: Math.max(0, ...minutes) + 1 },
    (_, minute) => minutes.filter((one) => one === minute).length,
  )
  const urgent = filed.find(({ isUrgent }) => isUrgent)
  const urgentAt = wholeAt.get(urgent?.marker ?? '')
  const askedAt = urgent?.filedAt ?? 0
  const waits = filed.flatMap(({ filedAt, confirmedAt }) =>
    filedAt === null || confirmedAt === null ? [] : [confirmedAt - filedAt],
  )
  return {
    ...{ byMinute, begun, actions, filed: sent.length, confirmed: waits.length, whole: wholeAt.size },
    refusals: sim.floodRefusals(),
    urgentMs: urgentAt === undefined ? null : urgentAt - askedAt,
    beforeUrgent: [...wholeAt.values()].filter(
      (at) => at > askedAt && at < (urgentAt ?? Number.POSITIVE_INFINITY),
    ).length,
    confirmationMs: Math.max(0, ...waits),
  }
}
