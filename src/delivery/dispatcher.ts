import { type Backoff, DEFAULT_BACKOFF } from './backoff.ts'
import { createDispatchDesk, type DispatchDesk, type DispatchStats, resetDesk } from './dispatch-desk.ts'
import { createDispatchRounds } from './dispatch-rounds.ts'
import type { NewInboxEvent } from './inbox-event.ts'
import type { Meters } from './meters.ts'
import { NO_METERS } from './no-meters.ts'
import type { OutboxStore } from './outbox-port.ts'
import { createOutboxScan } from './outbox-scan.ts'
import type { Clock, Log, Transport } from './ports.ts'
import { createPump } from './pump.ts'
import { type SendLimits, TELEGRAM_LIMITS } from './rate-limits.ts'

export interface DispatcherOptions {
  readonly outbox: OutboxStore
  readonly transport: Transport
  readonly clock: Clock
  readonly log: Log
  readonly meters?: Meters
  /** Names this process among others. */
  readonly sender?: string
  /** Is it us who may send, at this very moment? */
  readonly maySend?: () => boolean
  /** Are others that fell silent really gone? See {@link LeaseKeeper.mayJudge}. */
  readonly mayJudge?: () => boolean
  readonly limits?: SendLimits
  /** How long to wait for one answer before it counts as lost, in ms. */
  readonly timeoutMs?: number
  /** Chats served side by side. */
  readonly maxInFlight?: number
  /** How often to look for what other processes promised, in ms; at most a second. */
  readonly lookEveryMs?: number
  readonly backoff?: Backoff
  readonly random?: () => number
  /** How long a stop waits for answers before it counts them as lost, in ms. */
  readonly stopGraceMs?: number
  /** The lane that is told of a chat that can't be reached, or can again. */
  readonly laneOfChat?: (chatId: number) => string
  /** Lanes that got a report of an outcome. */
  readonly onReports?: (lanes: readonly string[]) => void
  readonly onTokenRevoked?: () => void
  /** What the inbox is told when a group became a supergroup; its waiting calls move by themselves. */
  readonly newsOfMove?: (from: number, to: number) => readonly NewInboxEvent[]
}

export interface Dispatcher {
  start(): void
  /** Sends nothing new; what is in flight goes on, and is stored when it has been answered, whatever happens next. */
  pause(): Promise<void>
  /** Sends nothing new and waits until what is in flight has been stored. */
  stop(): Promise<void>
  /** Something was put into the outbox. */
  wake(): void
  /**
   * Resolves when nothing is in flight and nothing waits that is due within `withinMs` (default: a minute) in a chat that can be
   * reached, or when nothing is sent any more (stopped, token revoked).
   */
  whenIdle(withinMs?: number): Promise<void>
  /** Resolves when all that is in the outbox by now has been looked at, and what may go at this moment is on its way. */
  whenSeen(): Promise<void>
  readonly stats: DispatchStats
}

/** So often it is asked, besides, for what became visible late and for calls whose sender is gone. */
const TICK_MS = 1_000
/** While calls are on their way, new ones are gathered so long before the store is asked for them. */
const GATHER_MS = 15

/**
 * Sends the outbox: one call in flight per chat, several chats side by side, in order within a stream, within
 * Telegram's limits. The waiting calls are kept in memory, the store is told before and after each call. Only one
 * dispatcher may run on a database (see createLeaseKeeper): it takes what is marked as being sent by nobody who lives
 * for calls whose answers are lost.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { clock, maxInFlight = 16, stopGraceMs = 5_000, maySend = () => true } = options
  const { lookEveryMs = TICK_MS } = options
  let sinceTickMs = 0
  const scan = createOutboxScan(options.outbox)
  const desk = createDesk(options, scan.requestFull)
  const rounds = createDispatchRounds(desk, scan, maxInFlight, () => pump.prime())
  const mayGo = () => pump.running && !desk.halted && maySend()
  const pump = createPump({
    clock,
    tickMs: lookEveryMs,
    work: () => (mayGo() ? rounds.run(mayGo) : Promise.resolve()),
    alarmAt: () => rounds.agenda.alarmAt,
    failed: (error) => {
      options.log.error({ err: error }, 'The outbox could not be read')
      scan.requestFull()
    },
    tick: () => {
      scan.request()
      sinceTickMs += lookEveryMs
      if (sinceTickMs < TICK_MS) return
      sinceTickMs = 0
      scan.tick()
      rounds.searchLost()
      desk.holds.doubt()
      rounds.agenda.unblock()
    },
  })

  const isIdle = (withinMs: number) => {
    if (rounds.flights.size > 0) return false
    if (!mayGo()) return true
    if (scan.requested || desk.holds.isInDoubt || rounds.agenda.hasDue) return false
    return !desk.pool.hasDueBy(
      clock.now().getTime() + withinMs,
      (chatId) => desk.holds.get(chatId) !== undefined,
    )
  }

  return {
    start: () => {
      if (pump.running) return
      resetDesk(desk)
      rounds.reset()
      scan.requestFull()
      pump.start()
    },
    pause: () => pump.stop(),
    stop: async () => {
      const cancelGrace = clock.setTimer(stopGraceMs, () => desk.stopNow.abort())
      await pump.stop()
      await Promise.all(rounds.flights.values())
      cancelGrace()
    },
    wake: () => {
      scan.request()
      desk.holds.doubt()
      if (rounds.flights.size === 0) pump.prime()
      else pump.primeWithin(GATHER_MS)
    },
    whenIdle: (withinMs = 60_000) => {
      scan.request()
      desk.holds.doubt()
      return pump.until(() => isIdle(withinMs))
    },
    whenSeen: () => {
      scan.request()
      return pump.until(() => !mayGo() || !scan.requested)
    },
    get stats() {
      return { ...desk.counts, waiting: desk.pool.size, inFlight: desk.flying.size, halted: desk.halted }
    },
  }
}

function createDesk(options: DispatcherOptions, rescan: () => void): DispatchDesk {
  return createDispatchDesk({
    outbox: options.outbox,
    sender: options.sender ?? 'the-only-one',
    mayJudge: options.mayJudge ?? (() => true),
    transport: options.transport,
    clock: options.clock,
    log: options.log,
    meters: options.meters ?? NO_METERS,
    sendLimits: options.limits ?? TELEGRAM_LIMITS,
    timeoutMs: options.timeoutMs ?? 30_000,
    backoff: options.backoff ?? DEFAULT_BACKOFF,
    random: options.random ?? Math.random,
    laneOfChat: options.laneOfChat ?? ((chatId) => `chat:${chatId}`),
    onReports: options.onReports ?? (() => undefined),
    onTokenRevoked: options.onTokenRevoked ?? (() => undefined),
    newsOfMove: options.newsOfMove ?? (() => []),
    rescan,
  })
}
