import { setMaxListeners } from 'node:events'
import { type Backoff, backoffMs, STORE_BACKOFF } from './backoff.ts'
import type { SendHint } from './decide-next-step.ts'
import { createGroupCommit } from './group-commit.ts'
import { createHoldBook, type HoldBook } from './hold-book.ts'
import type { NewInboxEvent } from './inbox-event.ts'
import { createLastEdits, type LastEdits } from './last-edits.ts'
import type { Meters } from './meters.ts'
import type { OutboxStore, Settlement } from './outbox-port.ts'
import type { StoredCall } from './outgoing-call.ts'
import type { Clock, Log, Transport } from './ports.ts'
import { createRateLimits, type RateLimits, type SendLimits } from './rate-limits.ts'
import { createRefResults, type RefResults } from './ref-results.ts'
import { createWaitingPool, type WaitingPool } from './waiting-pool.ts'

export interface DispatchStats {
  readonly waiting: number
  readonly inFlight: number
  readonly sent: number
  readonly failed: number
  readonly unknown: number
  readonly skipped: number
  readonly retried: number
  /** Events raised although no call has ended: that something waits, that a chat is held or released. */
  readonly news: number
  /** Telegram refused the token: nothing is sent until the next start. */
  readonly halted: boolean
}

export interface DeskOptions {
  readonly outbox: OutboxStore
  /** Names this process among others. */
  readonly sender: string
  /** Are others that fell silent really gone? */
  readonly mayJudge: () => boolean
  readonly transport: Transport
  readonly clock: Clock
  readonly log: Log
  readonly meters: Meters
  readonly sendLimits: SendLimits
  readonly timeoutMs: number
  readonly backoff: Backoff
  readonly random: () => number
  /** The lane that is told of a chat held or released. */
  readonly laneOfChat: (chatId: number) => string
  readonly onReports: (lanes: readonly string[]) => void
  readonly onTokenRevoked: () => void
  /** What the inbox is told of a group's new id. */
  readonly newsOfMove: (from: number, to: number) => readonly NewInboxEvent[]
  /** Reads again all that waits. */
  readonly rescan: () => void
}

/** What the parts of the dispatcher share while it runs. */
export interface DispatchDesk extends DeskOptions {
  limits: RateLimits
  /** Ends calls and retries that outlast a stop. */
  stopNow: AbortController
  halted: boolean
  lastOkAt: number
  readonly pool: WaitingPool
  readonly flying: Map<string, StoredCall>
  /** Streams in which a call is on its way that is not ours. */
  busyElsewhere: ReadonlySet<string>
  readonly refs: RefResults
  readonly holds: HoldBook
  readonly hints: Map<string, SendHint>
  readonly lastEdits: LastEdits
  /** Methods the server is too old for, and until when (ms since 1970) none of their calls is tried. */
  readonly tooNew: Map<string, number>
  readonly counts: Record<'sent' | 'failed' | 'unknown' | 'skipped' | 'retried' | 'news', number>
  readonly markSending: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly settle: (settlements: readonly Settlement[]) => Promise<void>
}

export function createDispatchDesk(options: DeskOptions): DispatchDesk {
  const { outbox, clock } = options
  const pool = createWaitingPool()
  const flying = new Map<string, StoredCall>()
  const settle = createGroupCommit(async (settlements: readonly Settlement[]) => {
    const lanes = await outbox.settle(settlements, clock.now())
    if (lanes.length > 0) notify(desk, () => options.onReports(lanes))
  })
  const desk: DispatchDesk = {
    ...options,
    limits: createRateLimits(options.sendLimits),
    stopNow: newStop(),
    halted: false,
    lastOkAt: Number.NEGATIVE_INFINITY,
    pool,
    flying,
    busyElsewhere: new Set(),
    refs: createRefResults(outbox, (id) => pool.has(id) || flying.has(id)),
    holds: createHoldBook(outbox),
    hints: new Map(),
    lastEdits: createLastEdits(),
    tooNew: new Map(),
    counts: { sent: 0, failed: 0, unknown: 0, skipped: 0, retried: 0, news: 0 },
    markSending: createGroupCommit(
      async (ids: readonly string[]) => new Set(await outbox.markSending(ids, clock.now(), options.sender)),
    ),
    settle: async (settlements) => {
      await persist(desk, 'Outcome not stored', () => settle(settlements))
      for (const settlement of settlements) noteSettled(desk, settlement)
    },
  }
  return desk
}

/** Forgets what an earlier run knew, except for what is still on its way; the store remembers it. */
export function resetDesk(desk: DispatchDesk): void {
  if (desk.stopNow.signal.aborted) desk.stopNow = newStop()
  desk.halted = false
  for (const memory of [desk.pool, desk.refs, desk.hints, desk.holds, desk.tooNew, desk.lastEdits])
    memory.clear()
}

/** Every call in flight listens to it. */
function newStop(): AbortController {
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  return stop
}

function noteSettled(desk: DispatchDesk, settlement: Settlement): void {
  const { call, status } = settlement
  desk.counts[status] += 1
  desk.meters.settled(call.method, status)
  const { id, method, chatId, stream, attempts } = call
  desk.log.debug({ callId: id, method, chatId, stream, attempts, status }, 'Call ended')
  desk.hints.delete(call.id)
  desk.pool.remove([call])
  const result = settlement.status === 'sent' ? settlement.result : null
  desk.refs.remember(call.id, { status, chatId: call.chatId, result })
}

/** Tells somebody else; their trouble must not look like ours. */
export function notify(desk: DispatchDesk, tell: () => void): void {
  try {
    tell()
  } catch (error) {
    desk.log.error({ err: error }, 'A listener of the dispatcher threw')
  }
}

/** What Telegram has answered must not be forgotten because the database is away: tries until it is stored. */
export async function persist(
  desk: DispatchDesk,
  trouble: string,
  write: () => Promise<void>,
): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      await write()
      return
    } catch (error) {
      desk.log.error({ err: error, failures }, trouble)
      if (desk.stopNow.signal.aborted) return
      await rest(desk, backoffMs(failures, STORE_BACKOFF, desk.random))
    }
  }
}

/** Waits; ends early when the dispatcher must stop at once. */
async function rest(desk: DispatchDesk, ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      cancel()
      desk.stopNow.signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = desk.clock.setTimer(ms, end)
    desk.stopNow.signal.addEventListener('abort', end)
  })
}
