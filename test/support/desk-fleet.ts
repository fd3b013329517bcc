import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { type Balancer, openBalancer } from './balancer.ts'
import { buildDesk } from './build-desk.ts'
import type { Stage } from './busy-people.ts'
import { freePort } from './free-port.ts'
import { createKillableDesk, FROM_SOURCES, type KillableDesk } from './killable-desk.ts'
import { openSlowLine, type SlowLine } from './slow-line.ts'
import { untilQuiet } from './until-quiet.ts'

/** On a line without delay hardly a kill would find a call between here and Telegram. Milliseconds. */
const LINE_MS = 60

/** One of the processes on one database, with a line to Telegram of its own. */
export interface Replica {
  readonly desk: KillableDesk
  readonly line: SlowLine
  /** The status of the answer; 0: none. */
  health(path: '/healthz' | '/readyz'): Promise<number>
}

export interface Fleet {
  readonly replicas: readonly Replica[]
  /** Before their webhooks; null where they poll. */
  readonly balancer: Balancer | null
  leader(): Promise<Replica | null>
  /** The first request for updates after `since` (by performance.now()) by another than `except`. @returns when it came */
  nextPoll(since: number, except: Replica | null): Promise<number>
  /** Resolves when so many calls came in after `since` (by performance.now()), those of a start not counted, or when it is quiet. */
  calls(since: number, count: number): Promise<void>
  /** Resolves when nothing waits in the inbox and the outbox. */
  idle(): Promise<void>
}

const OF_A_START = [
  'getMe',
  'getChat',
  'getChatMember',
  'setMyCommands',
  'getMyDescription',
  'setMyDescription',
  'getMyShortDescription',
  'setMyShortDescription',
  'getUpdates',
  'setWebhook',
  'getWebhookInfo',
]
/** Without work nothing is waited for longer than that. Milliseconds. */
const QUIET_MS = 20_000

/** Several clocks of several machines: none is right. Milliseconds. */
const CLOCKS_AHEAD_MS = [-90_000, 45_000, 7_000]

function builtProgram(): readonly string[] {
  const built = buildDesk()
  onTestFinished(() => built.remove())
  return [built.entry]
}

async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url).catch(() => null)
  await answer?.body?.cancel()
  return answer?.status ?? 0
}

/** One webhook for all of them. */
async function openHook(ports: readonly number[]) {
  const balancer = await openBalancer(ports)
  onTestFinished(() => balancer.close())
  const settings = { WEBHOOK_URL: `${balancer.url}/telegram`, WEBHOOK_SECRET: 'secret-of-the-fleet' }
  return { balancer, settings }
}

/** As many desks on one database; ended when the test is over. Alone, a desk is restarted on its own machine. */
export async function openFleet(
  { sim, group, random }: Pick<Stage, 'sim' | 'group' | 'random'>,
  plan: {
    readonly location: DatabaseLocation
    readonly replicas: number
    readonly isBuilt: boolean
    readonly isHooked?: boolean
  },
): Promise<Fleet> {
  const { location, replicas: size } = plan
  const ports = await Promise.all(Array.from({ length: size }, () => freePort()))
  const hook = plan.isHooked === true ? await openHook(ports) : null
  const program = plan.isBuilt ? builtProgram() : FROM_SOURCES
  const replicas: Replica[] = []
  for (const [index, port] of ports.entries()) {
    const line = await openSlowLine(sim.url, LINE_MS, random)
    const place = { location, staffChatId: group.id, apiRoot: line.url, program, token: sim.token }
    const machine = { machine: `machine-${index}`, clockAheadMs: CLOCKS_AHEAD_MS[index] ?? 0 }
    const env = { ...hook?.settings, PORT: String(port) }
    const desk = createKillableDesk({ ...place, env, ...(size === 1 ? {} : machine) })
    onTestFinished(async () => {
      await desk.end()
      await line.close()
    })
    replicas.push({ desk, line, health: (path) => statusOf(`http://127.0.0.1:${port}${path}`) })
  }
  return {
    replicas,
    balancer: hook?.balancer ?? null,
    async leader() {
      for (const replica of replicas)
        if (replica.desk.isAlive && (await replica.desk.isLeader())) return replica
      return null
    },
    async nextPoll(since, except) {
      for (;;) {
        for (const replica of replicas) {
          if (replica === except) continue
          const poll = replica.line.requests.find(({ method, at }) => method === 'getUpdates' && at > since)
          if (poll) return poll.at
        }
        await pause(10)
      }
    },
    async calls(since, count) {
      const isWork = ({ method, at }: { method: string; at: number }) =>
        at > since && !OF_A_START.includes(method)
      const made = () => replicas.reduce((sum, { line }) => sum + line.requests.filter(isWork).length, 0)
      while (made() < count && performance.now() < since + QUIET_MS) await pause(10)
    },
    idle: () => untilQuiet(location),
  }
}
