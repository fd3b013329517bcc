import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { type Lived, liveTicket, type Stage } from './busy-people.ts'
import { type CallInFlight, createKillableDesk, type KillableDesk } from './killable-desk.ts'
import { createSeededRandom } from './seeded-random.ts'
import { openSlowLine } from './slow-line.ts'

/** On a line without delay hardly a kill would find a call between here and Telegram. Milliseconds. */
const LINE_MS = 60

export interface KillPlan {
  readonly seed: number
  readonly kills: number
  readonly customers: number
  /** A kill comes up to so long after the start of the process, or after its first request. Milliseconds. */
  readonly lifeMs: number
}

export interface Aftermath {
  readonly stage: Stage
  readonly dataDir: string
  readonly lived: readonly Lived[]
  /** What each kill cut off, one entry for each time. */
  readonly inFlight: readonly CallInFlight[]
  /** From the start of the process to its first request for updates, ms. */
  readonly medianReadyMs: number
}

/** Customers file and talk without a pause, all at once, while the desk is killed; ends when all they began is over. */
export async function runWithKills(plan: KillPlan): Promise<Aftermath> {
  const sim = await startSimulator()
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-kills-'))
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const agent = sim.createUser({ firstName: 'Олег', languageCode: 'ru' })
  group.join(agent)
  const random = createSeededRandom(plan.seed)
  const line = await openSlowLine(sim.url, LINE_MS, random)
  const desk = createKillableDesk(sim, { dataDir, staffChatId: group.id, apiRoot: line.url })
  onTestFinished(async () => {
    await desk.end()
    await line.close()
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const stage: Stage = { sim, group, agent, random }
  let isOver = false
  const lives = Array.from({ length: plan.customers }, async (_, n) => {
    const customer = sim.createUser({ firstName: `Клиент ${n + 1}`, languageCode: 'ru' })
    const lived: Lived[] = []
    do lived.push(await liveTicket(stage, customer, `c${n + 1}-t${lived.length + 1}`))
    while (!isOver)
    return lived
  })
  const kills = killAgainAndAgain(desk, plan, random).finally(() => {
    isOver = true
  })
  const [inFlight, ...lived] = await Promise.all([kills, ...lives])
  await sim.waitFor(() => sim.updates.pending().length === 0, { what: 'all updates fetched' })
  await desk.idle()
  const starts = [...desk.readyAfter].sort((a, b) => a - b)
  const medianReadyMs = Math.round(starts[starts.length >> 1] ?? 0)
  return { stage, dataDir, lived: lived.flat(), inFlight, medianReadyMs }
}

async function killAgainAndAgain(
  desk: KillableDesk,
  { kills, lifeMs }: KillPlan,
  random: () => number,
): Promise<CallInFlight[]> {
  const inFlight: CallInFlight[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const ready = desk.start()
    // Every fifth may be killed before it is ready.
    if (random() > 0.2) await ready
    await pause(random() * lifeMs)
    inFlight.push(...(await desk.kill()))
    await ready
  }
  await desk.start()
  return inFlight
}
