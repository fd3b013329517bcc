import type { Clock, LeaseStore, Log } from './ports.ts'

export interface LeaseKeeperOptions {
  readonly leases: LeaseStore
  /** The job that one process of several does. */
  readonly name: string
  /** Names this process among others. */
  readonly owner: string
  readonly clock: Clock
  readonly log: Log
  /** How long a lease outlives its owner, in ms. It is renewed at a third of it. */
  readonly forMs?: number
  /** The job is ours from now on. */
  readonly whenHeld: () => void | Promise<void>
  /** The job is no longer ours: awaited before it is asked for again. */
  readonly whenLost: () => void | Promise<void>
}

export interface LeaseKeeper {
  readonly held: boolean
  start(): void
  /**
   * Takes over nothing any more, runs `finishJob`, and only then gives the lease back.
   * {@link LeaseKeeperOptions.whenLost} is not called.
   */
  stop(finishJob?: () => Promise<void>): Promise<void>
}

/** Holds a named lease as long as it can be renewed, and takes it over when its owner is gone. */
export function createLeaseKeeper(options: LeaseKeeperOptions): LeaseKeeper {
  const { leases, name, owner, clock, log, forMs = 9_000 } = options
  let running = false
  let heldUntil: number | null = null
  let cancelTimer = () => {}
  let hand = Promise.resolve()

  const ask = async (): Promise<boolean> => {
    const now = clock.now()
    try {
      const isOurs = await leases.hold(name, owner, now, forMs)
      if (isOurs) heldUntil = now.getTime() + forMs
      return isOurs
    } catch (error) {
      log.error({ err: error, lease: name }, 'A lease could not be renewed')
      // As long as it has not run out nobody else can have it.
      return heldUntil !== null && now.getTime() < heldUntil - forMs / 3
    }
  }

  const look = async () => {
    const wasHeld = heldUntil !== null
    const isHeld = await ask()
    if (!running) return
    if (!isHeld) heldUntil = null
    if (isHeld === wasHeld) return
    log.info({ lease: name, owner }, isHeld ? 'Lease held' : 'Lease lost')
    await (isHeld ? options.whenHeld() : options.whenLost())
  }

  const lookAgainAndAgain = async () => {
    try {
      await look()
    } catch (error) {
      log.error({ err: error, lease: name }, 'Taking over or handing over a job failed')
    }
    if (running) cancelTimer = clock.setTimer(forMs / 3, next)
  }

  const next = () => {
    hand = lookAgainAndAgain()
  }

  return {
    get held() {
      return heldUntil !== null
    },
    start: () => {
      if (running) return
      running = true
      next()
    },
    stop: async (finishJob) => {
      running = false
      cancelTimer()
      await hand
      await finishJob?.()
      const wasHeld = heldUntil !== null
      heldUntil = null
      if (wasHeld) await leases.release(name, owner)
    },
  }
}
