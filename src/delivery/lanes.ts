import { createAgenda } from './agenda.ts'
import { type Backoff, DEFAULT_BACKOFF } from './backoff.ts'
import type { InboxEvent } from './inbox-event.ts'
import { createLaneLeases } from './lane-leases.ts'
import type { Meters } from './meters.ts'
import { NO_METERS } from './no-meters.ts'
import type { AfterCommit, Clock, InboxStore, LaneLease, Log, Unit, WorkTrace } from './ports.ts'
import { createPump } from './pump.ts'
import { type LaneEnd, type LaneWork, workLane } from './work-lane.ts'

export interface LaneWorkerOptions<U extends Unit> {
  readonly inbox: InboxStore
  /** A fresh unit of work for one try at one event. */
  readonly begin: (event: InboxEvent, lease: LaneLease) => U
  /** Collects in the unit what the event changes; the worker commits it, then runs what is returned. */
  readonly handle: (event: InboxEvent, unit: U) => Promise<AfterCommit>
  /** After the last try: collects what is to be told, in a fresh unit that is committed with the mark `failed`. */
  readonly giveUp: (event: InboxEvent, unit: U, error: unknown) => Promise<AfterCommit>
  /** Was it the database that was away? */
  readonly isAway?: (error: unknown) => boolean
  readonly clock: Clock
  readonly log: Log
  /** Names this process among others. */
  readonly owner: string
  /** Lanes worked side by side. */
  readonly concurrency?: number
  readonly leaseMs?: number
  /** How often to look for what other processes put into lanes, in ms. */
  readonly lookEveryMs?: number
  readonly maxAttempts?: number
  readonly backoff?: Backoff
  readonly random?: () => number
  /** Something was committed: the outbox may hold something new. */
  readonly onCommitted?: () => void
  /** Asked after the commit. */
  readonly traceOf?: (unit: U) => WorkTrace
  readonly meters?: Meters
  /** For measurements: how long one event took from its beginning to its commit, in ms. */
  readonly onWorked?: (event: InboxEvent, ms: number) => void
}

export interface LaneWorker {
  start(): void
  /** Begins no further event and waits for those in hand, then releases the lanes. */
  stop(): Promise<void>
  /** These lanes got something new. */
  wake(lanes: readonly string[]): void
  /** Resolves when no event waits, not even one that is postponed, or when stopped. */
  whenIdle(): Promise<void>
  /** Lanes in this process: worked now, and waiting for their turn. */
  readonly stats: { readonly running: number; readonly waiting: number }
}

/** Other processes put events into lanes, too: so often we look for them. */
const LOOK_EVERY_MS = 1_000
/** Lanes found in one look. */
const FOUND_AT_ONCE = 200
/** A lane whose events could not be read or written rests so long. */
const REST_MS = 1_000

/**
 * Works the inbox: in order within a lane, several lanes side by side, each by one process at a time. What an
 * event changes is committed together with the event's own mark, or not at all.
 */
export function createLaneWorker<U extends Unit>(options: LaneWorkerOptions<U>): LaneWorker {
  const { inbox, clock, log, owner, concurrency = 8, leaseMs = 30_000 } = options
  const work = laneWork(options)
  const leases = createLaneLeases(inbox, clock, owner, leaseMs)
  const agenda = createAgenda<string>()
  const running = new Map<string, Promise<void>>()
  const wokenWhileRunning = new Set<string>()
  let scanWanted = true
  let foundSomething = false
  let activity = 0

  const land = (lane: string, end: LaneEnd | null) => {
    running.delete(lane)
    activity += 1
    if (end === null) agenda.sleep(lane, clock.now().getTime() + REST_MS)
    else if (end.kind === 'postponed') agenda.sleep(lane, end.until.getTime())
    else if (end.kind === 'more' || wokenWhileRunning.has(lane)) agenda.add(lane)
    wokenWhileRunning.delete(lane)
    foundSomething ||= (end?.committed ?? 0) > 0
    // What was committed may have raised events in other lanes.
    if (foundSomething && running.size === 0 && !agenda.hasDue) {
      foundSomething = false
      scanWanted = true
    }
    pump.prime()
  }

  const launch = (lane: string) => {
    const worked = workLane(work, leases, lane, () => !pump.running).catch((error: unknown) => {
      log.error({ err: error, lane }, 'A lane could not be worked')
      return null
    })
    running.set(
      lane,
      worked.then((end) => land(lane, end)),
    )
  }

  const wake = (lanes: readonly string[]) => {
    for (const lane of lanes) {
      if (running.has(lane)) wokenWhileRunning.add(lane)
      // A postponed head holds back whatever is new.
      else if (!agenda.sleeps(lane)) agenda.add(lane)
    }
  }

  const scan = async () => {
    if (!scanWanted) return
    const lanes = await inbox.lanesWithWork(owner, clock.now(), FOUND_AT_ONCE)
    scanWanted = false
    wake(lanes.filter((lane) => !running.has(lane)))
  }

  const round = async () => {
    await scan()
    agenda.rouse(clock.now().getTime())
    while (pump.running && running.size < concurrency) {
      const lane = agenda.next()
      if (lane === undefined) return
      launch(lane)
    }
  }

  const pump = createPump({
    clock,
    tickMs: options.lookEveryMs ?? LOOK_EVERY_MS,
    work: round,
    alarmAt: () => agenda.alarmAt,
    tick: () => {
      activity += 1
      scanWanted = true
      leases.forgetExpired()
    },
    failed: (error) => log.error({ err: error }, 'The inbox could not be read'),
  })

  const isQuiet = () => running.size === 0 && !agenda.hasDue && !scanWanted

  const hasWaiting = async () => {
    const now = clock.now()
    const lanes = await inbox.lanesWithWork(owner, now, 1)
    return lanes.length > 0 || (await inbox.nextDueAt(now)) !== null
  }

  return {
    start: () => {
      if (pump.running) return
      scanWanted = true
      pump.start()
    },
    stop: async () => {
      await pump.stop()
      await Promise.all(running.values())
      agenda.clear()
      await leases.releaseAll()
    },
    wake: (lanes) => {
      wake(lanes)
      pump.prime()
    },
    get stats() {
      return { running: running.size, waiting: agenda.due }
    },
    whenIdle: async () => {
      scanWanted = true
      for (;;) {
        await pump.until(isQuiet)
        const seen = activity
        if (!pump.running || (!(await hasWaiting()) && seen === activity && isQuiet())) return
        await pump.until(() => activity !== seen)
      }
    },
  }
}

function laneWork<U extends Unit>(options: LaneWorkerOptions<U>): LaneWork<U> {
  const { inbox, clock, log, begin, handle, giveUp, onCommitted } = options
  return {
    inbox,
    clock,
    log,
    begin,
    handle,
    giveUp,
    isAway: options.isAway ?? (() => false),
    maxAttempts: options.maxAttempts ?? 5,
    backoff: options.backoff ?? DEFAULT_BACKOFF,
    random: options.random ?? Math.random,
    traceOf: options.traceOf ?? (() => ({ isNotable: false, fields: {} })),
    meters: options.meters ?? NO_METERS,
    ...(options.onWorked === undefined ? {} : { onWorked: options.onWorked }),
    onCommitted: () => {
      try {
        onCommitted?.()
      } catch (error) {
        log.error({ err: error }, 'A listener of commits threw')
      }
    },
  }
}
