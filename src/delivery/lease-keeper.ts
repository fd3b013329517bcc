import type { Clock, LeaseStore, Log } from './ports.ts'

export interface LeaseKeeperOptions {
  readonly leases: LeaseStore
  /** The job that one process of several does. */
  readonly name: string
  /** Names this process among others. */
  readonly owner: string
  readonly clock: Clock
  readonly log: Log
  readonly times: LeaseTimes
  /** Ms that have passed since some moment, also while the process or its machine stood still. */
  readonly elapsed: () => number
  /** What the shared clock said, and how many ms the question took. */
  readonly onTime?: (now: Date, tookMs: number) => void
  /** The job is ours from now on. */
  readonly whenHeld: () => void | Promise<void>
  /** The job is no longer ours: awaited before it is begun again. */
  readonly whenLost: () => void | Promise<void>
}

/** All in ms. */
export interface LeaseTimes {
  /** How long a lease, and all else that is in its name, outlives a process. */
  readonly forMs: number
  /** How often it is renewed, or asked for. */
  readonly everyMs: number
}

/** One machine: a crash is noticed at once by whoever starts next, so there is no hurry that would cost the disk something. */
export const EMBEDDED_LEASE: LeaseTimes = { forMs: 9_000, everyMs: 3_000 }
/** Several machines: the job of one that is lost goes over within 5 s. */
export const SHARED_LEASE: LeaseTimes = { forMs: 4_000, everyMs: 1_000 }

export interface LeaseKeeper {
  /** Is the job ours at this very moment? To be asked before each thing that only its owner may do. */
  readonly held: boolean
  /**
   * Whoever was silent for longer than a lease lasts, because the database was away, may not say that another is gone: the same
   * kept it silent. It gets as long to speak up.
   */
  readonly mayJudge: boolean
  /** Resolves when it has been asked for once, with or without success. */
  start(): Promise<void>
  /**
   * Takes over nothing any more, runs `finishJob` while what is held is still renewed, and only then gives it back.
   * {@link LeaseKeeperOptions.whenLost} is not called.
   */
  stop(finishJob?: () => Promise<void>): Promise<void>
}

/** An owner lets go so much earlier than the others may take over, for clocks that do not run alike. Of the lease's time. */
const MARGIN = 1 / 8
/** How soon after the end of another's lease it is asked for, in ms. */
const AFTER_THE_END_MS = 20

/**
 * Says again and again that this process lives, holds a named lease as long as it can be renewed, and takes it over when
 * its owner has fallen silent.
 *
 * Why no two processes can do the job at once, whatever pauses, whichever clocks are wrong:
 * 1. The row of the lease names one owner. It changes hands in one statement, and only where `until` is not after the
 *    moment the shared clock told *before* that statement. So a new owner begins when the shared clock is past `until`.
 * 2. An owner writes `until = T + forMs`, where T is what the shared clock told after the owner looked at its own watch
 *    (`askedAt`). By that watch it believes until `askedAt + forMs - margin`. The watch counts what passes, not what time
 *    it is, and goes on while the process stands still. Hence the belief ends before the shared clock reaches `until`:
 *    an answer that came late, or a process that slept in between, only makes the belief shorter or never begin.
 * 3. `held` is worked out from the watch at each question, not set by a timer. A process that wakes up from a stop finds
 *    itself no longer the owner before any timer has fired. The transport asks it right before each call, after the call
 *    has been marked in the database as being sent.
 * What is left is the stretch from that question to the network. A process stopped just there sends a call on waking that
 * is marked as being sent by it; its successor takes such a call for one whose answer was lost, and that is the one kind
 * of call that may come twice. Marking is conditional, so no two processes ever take the same waiting call.
 */
export function createLeaseKeeper(options: LeaseKeeperOptions): LeaseKeeper {
  const { leases, name, owner, clock, log, elapsed, times } = options
  const { forMs, everyMs } = times
  let state: 'stopped' | 'running' | 'finishing' = 'stopped'
  /** By our own watch; null: it is not ours. */
  let believedUntil: number | null = null
  let doesJob = false
  let lastBeatAt: number | null = null
  let revivedAt: number | null = null
  let cancelAsk = () => {}
  let cancelEnd = () => {}
  let asking = Promise.resolve()
  let change = Promise.resolve()

  const isHeld = () => believedUntil !== null && elapsed() < believedUntil

  /** @returns ms until it is to be asked for again */
  const ask = async (): Promise<number> => {
    const askedAt = elapsed()
    const now = await leases.now()
    options.onTime?.(now, elapsed() - askedAt)
    await leases.beat(owner, now, forMs)
    if (lastBeatAt !== null && askedAt - lastBeatAt > forMs) revivedAt = elapsed()
    lastBeatAt = askedAt
    if (state !== 'running' && !isHeld()) return everyMs
    if (!isHeld()) await leases.evictDead(owner, now)
    const { isOurs, until } = await leases.hold(name, owner, now, forMs)
    believedUntil = isOurs ? askedAt + forMs * (1 - MARGIN) : null
    if (isOurs) return everyMs
    const leftMs = until.getTime() - now.getTime() - (elapsed() - askedAt)
    return Math.min(everyMs, Math.max(0, leftMs) + AFTER_THE_END_MS)
  }

  const askAgainAndAgain = async () => {
    let nextMs = everyMs
    try {
      nextMs = await ask()
    } catch (error) {
      // As long as it has not run out nobody else can have it.
      log.error({ err: error, lease: name }, 'A lease could not be renewed')
    }
    watchTheEnd()
    if (state !== 'stopped') cancelAsk = clock.setTimer(nextMs, next)
  }

  const next = () => {
    asking = askAgainAndAgain()
  }

  /** An answer that does not come must not keep us from letting go. */
  const watchTheEnd = () => {
    cancelEnd()
    adjust()
    if (isHeld() && state !== 'stopped')
      cancelEnd = clock.setTimer((believedUntil ?? 0) - elapsed(), watchTheEnd)
  }

  const adjust = () => {
    change = change.then(adjustJob).catch((error: unknown) => {
      log.error({ err: error, lease: name }, 'Taking over or handing over a job failed')
    })
  }

  const adjustJob = async () => {
    if (state !== 'running' || doesJob === isHeld()) return
    doesJob = !doesJob
    log.info({ lease: name, owner }, doesJob ? 'Lease held' : 'Lease lost')
    await (doesJob ? options.whenHeld() : options.whenLost())
    adjust()
  }

  return {
    get held() {
      return isHeld()
    },
    get mayJudge() {
      return revivedAt === null || elapsed() - revivedAt > forMs
    },
    start: async () => {
      if (state !== 'stopped') return
      state = 'running'
      next()
      await asking
    },
    stop: async (finishJob) => {
      if (state === 'stopped') return await finishJob?.()
      state = 'finishing'
      await change
      await finishJob?.()
      state = 'stopped'
      cancelAsk()
      cancelEnd()
      await asking
      const wasHeld = believedUntil !== null
      believedUntil = null
      doesJob = false
      if (wasHeld) await leases.release(name, owner)
      await leases.depart(owner)
    },
  }
}
