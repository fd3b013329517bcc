import type { Clock } from '../delivery/ports.ts'
import type { Backlog, ChatKind, SelfHelpCount, TicketCounts, WatchStore } from '../delivery/watch-store.ts'
import type { SlaTarget } from '../domain/sla.ts'
import { cached } from './cached.ts'

/** What is shown of a desk that is open. */
export interface DeskView {
  /** This process among others. */
  readonly owner: string
  /** The lease of the one that polls and sends. */
  readonly leaderLease: string
  /** By the clock that leases go by. */
  readonly leaseNow: () => Date
  readonly isLeader: () => boolean
  readonly lanes: () => { readonly running: number; readonly waiting: number }
  readonly telegram: () => { readonly lastOkAt: Date | null; readonly tokenRefused: boolean }
  /** @throws when the database does not answer */
  readonly ping: () => Promise<void>
  readonly watch: WatchStore
}

export interface Backlogs {
  readonly inbox: Backlog
  readonly outbox: Readonly<Record<ChatKind, Backlog>>
  /** Chats that can't be reached, by reason. */
  readonly held: Readonly<Record<string, number>>
}

export interface TicketNumbers {
  readonly byStatus: TicketCounts
  readonly overdue: Readonly<Record<SlaTarget, number>>
  readonly selfHelp: readonly SelfHelpCount[]
  readonly ratings: Readonly<Record<number, number>>
}

/** What is read from the database, however often it is asked for. */
export interface Readings {
  backlogs(): Promise<Backlogs>
  tickets(): Promise<TicketNumbers>
}

const FRESH_MS = 5_000
/** They are many, and their number hardly matters. */
const ENDED_FRESH_MS = 10 * 60_000

export function createReadings({ watch }: DeskView, clock: Clock): Readings {
  const backlogs = async (): Promise<Backlogs> => {
    const [inbox, outbox, held] = await Promise.all([watch.inbox(), watch.outbox(), watch.heldChats()])
    return { inbox, outbox, held }
  }
  const ended = cached(() => watch.endedTickets(), clock, ENDED_FRESH_MS)
  const answered = cached(() => watch.selfHelp(), clock, ENDED_FRESH_MS)
  const rated = cached(() => watch.ratings(), clock, ENDED_FRESH_MS)
  const tickets = async (): Promise<TicketNumbers> => {
    const [unfinished, done, overdue, selfHelp, ratings] = await Promise.all([
      watch.unfinishedTickets(),
      ended(),
      watch.overdueTickets(clock.now()),
      answered(),
      rated(),
    ])
    return { byStatus: { ...unfinished, ...done }, overdue, selfHelp, ratings }
  }
  return { backlogs: cached(backlogs, clock, FRESH_MS), tickets: cached(tickets, clock, FRESH_MS) }
}

/** How long it waits already, in seconds; 0: nothing waits. */
export function ageOf({ oldestAt }: Backlog, now: Date): number {
  return oldestAt === null ? 0 : Math.max(0, (now.getTime() - oldestAt.getTime()) / 1_000)
}

/** Waits no longer than that for an answer. @throws when it does not come */
export async function within<T>(ms: number, clock: Clock, promise: Promise<T>): Promise<T> {
  let cancel = () => {}
  const late = new Promise<never>((_, reject) => {
    cancel = clock.setTimer(ms, () => reject(new Error(`No answer within ${ms} ms`)))
  })
  return await Promise.race([promise, late]).finally(() => cancel())
}
