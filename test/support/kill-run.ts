import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { type Lived, liveTicket, type Stage } from './busy-people.ts'
import { type Fleet, openFleet, type Replica } from './desk-fleet.ts'
import type { CallInFlight } from './killable-desk.ts'
import { createSeededRandom } from './seeded-random.ts'

/** A kill is to hit any moment between two calls. Milliseconds. */
const LATER_MS = 100

export interface BusyPlan {
  readonly seed: number
  readonly customers: number
  /** Processes on the one database. */
  readonly replicas: number
  readonly location: DatabaseLocation
  /** Compiled once for all: pays where processes are started often. */
  readonly isBuilt: boolean
  /** Telegram calls them, through a balancer, instead of being polled. */
  readonly isHooked?: boolean
}

export interface KillPlan extends BusyPlan {
  readonly kills: number
  /**
   * A kill comes after up to so many calls that all of them made since the last one: measured in what gets done, since a machine
   * that is busy with other things would be given no time to do anything.
   */
  readonly mostCalls: number
}

export interface Kills {
  /** What each kill cut off, one entry for each time. */
  readonly inFlight: CallInFlight[]
  readonly ofLeaders: number
  readonly ofFollowers: number
  /** From a kill of the leader to the next request for updates, by another process where there is one, ms. */
  readonly takeovers: number[]
}

export interface Aftermath<T> {
  readonly stage: Stage
  readonly location: DatabaseLocation
  readonly lived: readonly Lived[]
  /** What was done to the desks. */
  readonly done: T
  /** Leaders that fell silent although nobody had killed them: the machine was too slow, or the database away. */
  readonly silences: number
}

/** Customers file and talk without a pause, all at once, while `trouble` is made; ends when all they began is over. */
export async function runBusily<T>(
  plan: BusyPlan,
  trouble: (fleet: Fleet, random: () => number) => Promise<T>,
): Promise<Aftermath<T>> {
  const sim = await startSimulator()
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const agent = sim.createUser({ firstName: 'Олег', languageCode: 'ru' })
  group.join(agent)
  onTestFinished(() => sim.stop())
  const random = createSeededRandom(plan.seed)
  const stage: Stage = { sim, group, agent, random }
  const fleet = await openFleet(stage, plan)
  await Promise.all(fleet.replicas.map(({ desk }) => desk.start()))
  let isOver = false
  const lives = Array.from({ length: plan.customers }, async (_, n) => {
    const customer = sim.createUser({ firstName: `Клиент ${n + 1}`, languageCode: 'ru' })
    const lived: Lived[] = []
    do lived.push(await liveTicket(stage, customer, `c${n + 1}-t${lived.length + 1}`))
    while (!isOver)
    return lived
  })
  const made = trouble(fleet, random).finally(() => {
    isOver = true
  })
  const [done, ...lived] = await Promise.all([made, ...lives])
  await sim.waitFor(() => sim.updates.pending().length === 0, { what: 'all updates fetched' })
  await fleet.idle()
  const silences = fleet.replicas.reduce((sum, { desk }) => sum + desk.timesLost, 0)
  return { stage, location: plan.location, lived: lived.flat(), done, silences }
}

/** SIGKILL, again and again: the leader every other time, else any of the others. */
export async function runWithKills(plan: KillPlan): Promise<Aftermath<Kills>> {
  return await runBusily(plan, (fleet, random) => killAgainAndAgain(fleet, plan, random))
}

async function killAgainAndAgain(
  fleet: Fleet,
  { kills, mostCalls }: Pick<KillPlan, 'kills' | 'mostCalls'>,
  random: () => number,
): Promise<Kills> {
  const inFlight: CallInFlight[] = []
  const takeovers: number[] = []
  let ofLeaders = 0
  let starting: Promise<void>[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    // Every fifth may come before all work.
    if (random() > 0.2) await Promise.all(starting)
    await fleet.calls(performance.now(), Math.floor(random() * mostCalls))
    await pause(random() * LATER_MS)
    const { victim, isLeader } = await chooseVictim(fleet, random)
    const killedAt = performance.now()
    inFlight.push(...(await victim.desk.kill()))
    const isAlone = fleet.replicas.length === 1
    // What it had sent before may still be coming in.
    const goneAt = performance.now()
    if (isAlone) starting = [victim.desk.start()]
    if (isLeader) {
      ofLeaders += 1
      takeovers.push((await fleet.nextPoll(goneAt, isAlone ? null : victim)) - killedAt)
    }
    if (!isAlone) starting.push(victim.desk.start())
  }
  await Promise.all(starting)
  return { inFlight, takeovers, ofLeaders, ofFollowers: kills - ofLeaders }
}

async function chooseVictim(
  fleet: Fleet,
  random: () => number,
): Promise<{ readonly victim: Replica; readonly isLeader: boolean }> {
  const [only] = fleet.replicas
  if (fleet.replicas.length === 1 && only) return { victim: only, isLeader: true }
  const leader = await fleet.leader()
  if (leader && random() < 0.5) return { victim: leader, isLeader: true }
  const others = fleet.replicas.filter((replica) => replica !== leader && replica.desk.isAlive)
  const victim = others[Math.floor(random() * others.length)] ?? leader
  if (!victim) throw new Error('Nobody is left that could be killed')
  return { victim, isLeader: victim === leader }
}
