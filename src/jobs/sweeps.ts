import type { ApiRequestDesk } from '../app/api-ports.ts'
import type { Stores } from '../app/ports.ts'
import type { StaffGroups } from '../app/staff-groups.ts'
import type { NewInboxEvent } from '../delivery/inbox-event.ts'
import type { OutboxStore } from '../delivery/outbox-port.ts'
import type { Clock, InboxStore, Log } from '../delivery/ports.ts'
import { keptUntil } from '../domain/forgetting.ts'
import { isReminderHour, leftBefore } from '../domain/intake/reminder.ts'
import { closingNoticeAt, reopenDeadline } from '../domain/lifecycle.ts'
import { isReported, weekToReport } from '../domain/period.ts'
import { delaysToTell } from '../domain/promise.ts'
import { createStraySearch } from './find-strays.ts'

const MINUTE_MS = 60_000
/** Finished events and calls are kept this long: Telegram repeats an update for 24 hours at most. */
const KEPT_MS = 2 * 24 * 60 * MINUTE_MS
/** What the shop said of an order is of use while its ticket is talked about. */
const ORDER_FACTS_KEPT_MS = 30 * 24 * 60 * MINUTE_MS
const SWEEP_EVERY_MS = MINUTE_MS
const STRAYS_EVERY_MS = 20_000
const PRUNE_EVERY_MS = 60 * MINUTE_MS
/** What was kept for days is in no hurry. */
const ERASE_EVERY_MS = 10 * MINUTE_MS
const AT_ONCE = 100

export interface SweepDeps {
  readonly stores: Pick<Stores, 'tickets' | 'customers' | 'threads' | 'drafts' | 'figures'>
  readonly groups: StaffGroups
  readonly inbox: Pick<InboxStore, 'ingest' | 'prune'>
  readonly outbox: Pick<OutboxStore, 'prune' | 'depth'>
  readonly pruneOrderFacts: (before: Date) => Promise<number>
  readonly pruneAudit: (before: Date) => Promise<number>
  readonly apiRequests: Pick<ApiRequestDesk, 'prune'>
  readonly botId: number
  readonly clock: Clock
  readonly log: Log
  readonly reopenWindowDays: number
  /** Null: tickets are kept without an end. */
  readonly retentionDays: number | null
  /** The shop's. */
  readonly timeZone: string
  readonly laneOfCustomer: (telegramId: number) => string
  readonly laneOfGroup: (chatId: number) => string
  /** Is the past week to be reported on Mondays? */
  readonly weeklyReport: boolean
  readonly onRaised: (lanes: readonly string[]) => void
}

export interface Sweeps {
  start(): void
  stop(): Promise<void>
  /** Resolved tickets whose reopen window has passed, or is about to, are put into their customers' lanes. */
  sweepSilent(): Promise<void>
  /** Forms that were left are put into their customers' lanes. */
  sweepDrafts(): Promise<void>
  /** Tickets whose promised time is about to pass without an answer are put into their customers' lanes. */
  sweepDelays(): Promise<void>
  /** Tickets of whose promises the agents are to be told are put into their customers' lanes. */
  sweepSla(): Promise<void>
  /** Customers who are to be forgotten, and tickets that have been kept for long enough, are put into their customers' lanes. */
  sweepErasure(): Promise<void>
  /** A past week that was not reported yet is put into the main group's lane. */
  sweepWeek(): Promise<void>
  /** Tickets that live in a group which is no longer theirs are put into their customers' lanes, a few at a time. */
  sweepStrays(): Promise<void>
}

/** Finds what time has made due by asking the database: a restart loses no timer. */
export function createSweeps(deps: SweepDeps): Sweeps {
  let cancels: (() => void)[] = []
  let running = false
  let hand = Promise.resolve()

  const every = (ms: number, what: string, work: () => Promise<void>) => {
    const slot = cancels.length
    const again = () => {
      cancels[slot] = deps.clock.setTimer(ms, () => {
        hand = hand.then(work).catch((error: unknown) => {
          deps.log.error({ err: error, sweep: what }, 'A sweep failed; it is tried again')
        })
        if (running) again()
      })
    }
    again()
  }

  const raise = async (events: readonly NewInboxEvent[]) => {
    if (events.length === 0) return
    deps.onRaised(await deps.inbox.ingest(deps.botId, events, deps.clock.now()))
  }

  const sweepSilent = async () => {
    const now = deps.clock.now()
    const { tickets } = deps.stores
    const closing = await tickets.resolvedBefore(resolvedAtFor(now, reopenDeadline), AT_ONCE)
    const warnable = await tickets.unwarnedBefore(resolvedAtFor(now, closingNoticeAt), AT_ONCE)
    const warned = warnable.filter(({ id }) => !closing.some((ticket) => ticket.id === id))
    const events = [
      ...(await dueEvents('close-silent', closing)),
      ...(await dueEvents('warn-silent', warned)),
    ]
    await raise(events)
  }

  /** Whatever was resolved before is due now. */
  const resolvedAtFor = (now: Date, dueAt: (resolvedAt: Date, days: number) => Date | null) => {
    const due = dueAt(now, deps.reopenWindowDays) ?? now
    return new Date(now.getTime() - (due.getTime() - now.getTime()))
  }

  const sweepDrafts = async () => {
    const now = deps.clock.now()
    if (!isReminderHour(now, deps.timeZone)) return
    const left = await deps.stores.drafts.leftBefore(leftBefore(now), AT_ONCE)
    const events = await dueEvents(
      'remind-draft',
      left.map((id) => ({ id, customerId: id })),
    )
    await raise(events)
  }

  const sweepDelays = async () => {
    const now = deps.clock.now()
    const { from, to } = delaysToTell(now)
    const late = await deps.stores.tickets.unansweredBetween(from, to, AT_ONCE)
    await raise(await dueEvents('tell-delay', late))
  }

  const sweepSla = async () => {
    const due = await deps.stores.tickets.slaDue(deps.clock.now(), AT_ONCE)
    await raise(await dueEvents('tell-sla', due))
  }

  const sweepErasure = async () => {
    const now = deps.clock.now()
    const { customers, tickets } = deps.stores
    const leaving = await customers.toForget(now, AT_ONCE)
    const { retentionDays: days } = deps
    const old = days === null ? [] : await tickets.endedBefore(keptUntil(now, days), AT_ONCE)
    const events = [
      ...(await dueEvents(
        'forget',
        leaving.map(({ id }) => ({ id, customerId: id })),
      )),
      ...(await dueEvents('strip-ticket', old)),
    ]
    await raise(events)
  }

  const sweepWeek = async () => {
    const week = deps.weeklyReport ? weekToReport(deps.clock.now(), deps.timeZone) : null
    if (week === null || isReported(week, await deps.stores.figures.reportedUntil())) return
    const chatId = await deps.groups.main()
    if (chatId === null) return
    await raise([{ lane: deps.laneOfGroup(chatId), body: { kind: 'due', job: 'report-week', data: null } }])
  }

  const dueEvents = async (
    job: string,
    due: readonly { readonly id: string; readonly customerId: string }[],
  ): Promise<NewInboxEvent[]> => {
    const events: NewInboxEvent[] = []
    for (const { id, customerId } of due) {
      const customer = await deps.stores.customers.byId(customerId)
      if (customer === null) continue
      const lane = deps.laneOfCustomer(customer.telegramId)
      events.push({ lane, body: { kind: 'due', job, data: id } })
    }
    return events
  }

  const findStrays = createStraySearch(deps)
  const sweepStrays = async () => {
    await raise(await findStrays())
  }

  const prune = async () => {
    const before = new Date(deps.clock.now().getTime() - KEPT_MS)
    const events = await deps.inbox.prune(before)
    const calls = await deps.outbox.prune(before)
    if (events + calls > 0) deps.log.info({ events, calls }, 'Pruned finished events and calls')
    await deps.apiRequests.prune(before)
    await deps.pruneOrderFacts(new Date(deps.clock.now().getTime() - ORDER_FACTS_KEPT_MS))
    const { retentionDays: days } = deps
    if (days !== null) await deps.pruneAudit(keptUntil(deps.clock.now(), days))
  }

  return {
    sweepSilent,
    sweepDrafts,
    sweepDelays,
    sweepSla,
    sweepErasure,
    sweepStrays,
    sweepWeek,
    start() {
      if (running) return
      running = true
      every(SWEEP_EVERY_MS, 'close-silent', sweepSilent)
      every(SWEEP_EVERY_MS, 'remind-draft', sweepDrafts)
      every(SWEEP_EVERY_MS, 'tell-delay', sweepDelays)
      every(SWEEP_EVERY_MS, 'report-week', sweepWeek)
      every(SWEEP_EVERY_MS, 'tell-sla', sweepSla)
      every(ERASE_EVERY_MS, 'erase', sweepErasure)
      every(STRAYS_EVERY_MS, 'settle-stray', sweepStrays)
      every(PRUNE_EVERY_MS, 'prune', prune)
    },
    async stop() {
      running = false
      for (const cancel of cancels) cancel()
      cancels = []
      await hand
    },
  }
}
