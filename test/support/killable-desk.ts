import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { queryTestDatabase } from './database.ts'

/** A call that was marked as being sent when the process died: only of such may a second copy exist. */
export interface CallInFlight {
  readonly id: string
  readonly method: string
  readonly payload: string
}

/** Slower to start than a built one, but there is nothing to build. */
export const FROM_SOURCES = ['--import', 'tsx', fileURLToPath(new URL('./child-desk.ts', import.meta.url))]

/** Where a desk runs. Those on one database stand for several machines, unless they have no names. */
export interface DeskPlace {
  /** What Node is to run. */
  readonly program: readonly string[]
  readonly token: string
  readonly location: DatabaseLocation
  readonly staffChatId: number
  readonly apiRoot: string
  readonly machine?: string
  /** Its machine's clock is wrong by so much. Milliseconds. */
  readonly clockAheadMs?: number
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>
}

export interface KillableDesk {
  readonly isAlive: boolean
  /** How often it found out that it was the leader no longer although nobody had asked it to stop. */
  readonly timesLost: number
  /** Resolves when it works, or has died before that. */
  start(): Promise<void>
  /** SIGSTOP: it stands still, and is not aware of it. @returns what is in flight */
  freeze(): Promise<readonly CallInFlight[]>
  /** SIGCONT. */
  thaw(): void
  /** SIGKILL. @returns what was in flight */
  kill(): Promise<readonly CallInFlight[]>
  /** The same, whether it runs or not. */
  end(): Promise<void>
  /** Is the lease of the leader in its name? */
  isLeader(): Promise<boolean>
}

/** The desk as a process of its own that can be killed and started again on the same data. */
export function createKillableDesk(place: DeskPlace): KillableDesk {
  const { location } = place
  let child: ChildProcess | null = null
  let timesLost = 0

  const running = (): ChildProcess => {
    if (child === null || child.exitCode !== null || child.signalCode !== null)
      throw new Error('The process had ended by itself')
    return child
  }

  /** A call of another process is not this one's; one of an earlier life of this one may be. */
  const inFlight = async (): Promise<readonly CallInFlight[]> => {
    if (!(await hasTables(location))) return []
    const whose = place.machine === undefined ? '' : `AND sender LIKE '${place.machine}:${child?.pid}:%'`
    const sql = `SELECT id, method, payload FROM outbox_calls WHERE status = 'sending' ${whose}`
    return (await queryTestDatabase(location, sql)) as unknown as readonly CallInFlight[]
  }

  const die = async () => {
    const dying = running()
    const exited = once(dying, 'exit')
    dying.kill('SIGKILL')
    await exited
  }

  return {
    get isAlive() {
      return child !== null && child.exitCode === null && child.signalCode === null
    },
    get timesLost() {
      return timesLost
    },
    async start() {
      const started = spawn(process.execPath, place.program, {
        env: { ...process.env, ...settingsOf(place), ...place.env },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child = started
      await new Promise<void>((resolve) => {
        started.once('exit', resolve)
        started.on('message', (word) => {
          if (word === 'open') resolve()
          if (word === 'lost') timesLost += 1
        })
      })
    },
    async freeze() {
      running().kill('SIGSTOP')
      return await inFlight()
    },
    thaw: () => void running().kill('SIGCONT'),
    async kill() {
      // Alone it is asked for what it left; among others it stands still meanwhile, because they take over what it leaves.
      if (place.machine === undefined) {
        await die()
        return await inFlight()
      }
      running().kill('SIGSTOP')
      const left = await inFlight()
      await die()
      return left
    },
    async end() {
      if (child !== null && child.exitCode === null && child.signalCode === null) await die()
    },
    async isLeader() {
      const sql = `SELECT owner FROM leases WHERE name = 'leader'`
      const [lease] = await queryTestDatabase(location, sql)
      return String(lease?.owner).startsWith(`${place.machine}:${child?.pid}:`)
    },
  }
}

function settingsOf({ token, apiRoot, location, staffChatId, machine, clockAheadMs = 0 }: DeskPlace) {
  return {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    DATA_DIR: location.dataDir,
    DATABASE_URL: location.url ?? '',
    STAFF_CHAT_ID: String(staffChatId),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
    NODE_ENV: 'test',
    ...(machine === undefined ? {} : { DESK_MACHINE: machine, DESK_CLOCK_AHEAD_MS: String(clockAheadMs) }),
  }
}

/** It may have been killed before it made its tables. */
async function hasTables({ url, dataDir }: DatabaseLocation): Promise<boolean> {
  const sql =
    url === null
      ? `SELECT 1 FROM sqlite_master WHERE name = 'processes'`
      : `SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'processes'`
  return (await queryTestDatabase({ url, dataDir }, sql)).length > 0
}
