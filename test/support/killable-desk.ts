import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { queryTestDatabase } from './database.ts'

/** A call that was marked as being sent when the process died: only of such may a second copy exist. */
export interface CallInFlight {
  readonly id: string
  readonly method: string
  readonly payload: string
}

export interface KillableDesk {
  /** From the start of the process to its first request for updates, in ms; one for each start that came so far. */
  readonly readyAfter: readonly number[]
  /** Resolves when the process asks for updates, or has died before that. */
  start(): Promise<void>
  /** SIGKILL, at once. @returns what was in flight */
  kill(): Promise<readonly CallInFlight[]>
  /** The same, whether it runs or not. */
  end(): Promise<void>
  /** Resolves when nothing waits in its inbox and outbox. */
  idle(): Promise<void>
}

const ENTRY = fileURLToPath(new URL('./child-desk.ts', import.meta.url))

/** The desk as a process of its own that can be killed and started again on the same data. */
export function createKillableDesk(
  sim: Simulator,
  place: {
    readonly dataDir: string
    readonly staffChatId: number
    readonly apiRoot: string
    /** Further settings. */
    readonly env?: Readonly<Record<string, string>>
  },
): KillableDesk {
  const { dataDir, staffChatId, apiRoot } = place
  const readyAfter: number[] = []
  let child: ChildProcess | null = null

  const spawnChild = () =>
    spawn(process.execPath, ['--import', 'tsx', ENTRY], {
      env: {
        ...process.env,
        BOT_TOKEN: sim.token,
        TELEGRAM_API_ROOT: apiRoot,
        DATA_DIR: dataDir,
        STAFF_CHAT_ID: String(staffChatId),
        LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
        NODE_ENV: 'test',
        ...place.env,
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })

  return {
    readyAfter,
    async start() {
      await sim.waitFor(() => !sim.world.updates.poll.isWaiting(), { what: 'the dead poller to be noticed' })
      const startedAt = performance.now()
      const started = spawnChild()
      child = started
      const died = once(started, 'exit').then(() => 'died' as const)
      const asks = sim.waitForBot({ timeoutMs: 60_000 }).then(() => 'asks' as const)
      // Without a listener of its own a wait given up would be an unhandled rejection.
      asks.catch(() => undefined)
      if ((await Promise.race([died, asks])) === 'asks') readyAfter.push(performance.now() - startedAt)
    },
    async kill() {
      if (child === null) throw new Error('Nothing runs that could be killed')
      const exited = once(child, 'exit')
      if (!child.kill('SIGKILL')) throw new Error('The process had ended by itself')
      await exited
      // It may have been killed before it made its tables.
      const data = { url: null, dataDir }
      const made = await queryTestDatabase(data, `SELECT 1 FROM sqlite_master WHERE name = 'outbox_calls'`)
      if (made.length === 0) return []
      const rows = await queryTestDatabase(
        data,
        `SELECT id, method, payload FROM outbox_calls WHERE status = 'sending'`,
      )
      return rows as unknown as readonly CallInFlight[]
    },
    async end() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    async idle() {
      if (child === null) throw new Error('Nothing runs that could be idle')
      const told = once(child, 'message')
      child.send('idle?')
      await told
    },
  }
}
