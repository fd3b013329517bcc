import { Gauge, type Registry } from 'prom-client'
import type { Clock, Log } from '../delivery/ports.ts'
import { ageOf, type DeskView, type Readings, within } from './desk-view.ts'

/** A scrape that waits longer is given up by Prometheus itself. */
const READ_WITHIN_MS = 5_000

export interface Gauges {
  /** Looks at the desk now; what the database does not tell is left out, so that nobody reads an old number. */
  refresh(view: DeskView, readings: Readings): Promise<void>
}

/** What stands at this moment, read when it is asked for. */
export function createPromGauges(register: Registry, clock: Clock, log: Log): Gauges {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [register] })
  const leader = gauge('desk_leader', '1: this process polls or sets the webhook, sends and sweeps.')
  const lanes = gauge(
    'desk_lanes',
    'Lanes of this process: being worked, or waiting for their turn.',
    'state',
  )
  const lastOk = gauge('desk_telegram_last_ok_timestamp_seconds', 'When Telegram last answered with ok.')
  const tokenRefused = gauge('desk_token_refused', '1: Telegram does not know BOT_TOKEN.')
  const databaseUp = gauge('desk_database_up', '1: the database answers.')
  const stored = createStoredGauges(gauge)

  return {
    async refresh(view, readings) {
      const { lastOkAt, tokenRefused: isRefused } = view.telegram()
      const { running, waiting } = view.lanes()
      leader.set(view.isLeader() ? 1 : 0)
      lanes.set({ state: 'running' }, running)
      lanes.set({ state: 'waiting' }, waiting)
      if (lastOkAt !== null) lastOk.set(lastOkAt.getTime() / 1_000)
      tokenRefused.set(isRefused ? 1 : 0)
      stored.forget()
      try {
        await within(
          READ_WITHIN_MS,
          clock,
          view.ping().then(() => stored.read(readings, clock.now())),
        )
        databaseUp.set(1)
      } catch (error) {
        log.warn({ err: error }, 'The database did not tell its numbers')
        databaseUp.set(0)
      }
    },
  }
}

type MakeGauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) => Gauge<Label>

function createStoredGauges(gauge: MakeGauge) {
  const inboxDepth = gauge('desk_inbox_depth', 'Events that wait to be worked.')
  const inboxAge = gauge('desk_inbox_oldest_age_seconds', 'How long the oldest of them waits.')
  const outboxDepth = gauge('desk_outbox_depth', 'Calls that wait to be made.', 'chat')
  const outboxAge = gauge('desk_outbox_oldest_age_seconds', 'How long the oldest of them waits.', 'chat')
  const held = gauge('desk_held_chats', 'Chats that can not be reached: what is for them waits.', 'reason')
  const tickets = gauge('desk_tickets', 'Tickets by status.', 'status')
  const overdue = gauge(
    'desk_tickets_overdue',
    'New and open tickets that were not answered, or are not resolved, by the promised time.',
    'target',
  )
  const selfHelp = gauge(
    'desk_self_help',
    'Customers who read a ready answer, by whether it helped.',
    'category',
    'problem',
    'helped',
  )
  const ratings = gauge(
    'desk_ratings',
    'Tickets by the score their customers gave, 5 being the best.',
    'score',
  )
  return {
    forget: () => {
      for (const one of [inboxDepth, inboxAge]) one.remove()
      for (const one of [outboxDepth, outboxAge, held, tickets, overdue, selfHelp, ratings]) one.reset()
    },
    async read(readings: Readings, now: Date) {
      const [{ inbox, outbox, held: heldChats }, numbers] = await Promise.all([
        readings.backlogs(),
        readings.tickets(),
      ])
      inboxDepth.set(inbox.depth)
      inboxAge.set(ageOf(inbox, now))
      for (const chat of ['private', 'group'] as const) {
        outboxDepth.set({ chat }, outbox[chat].depth)
        outboxAge.set({ chat }, ageOf(outbox[chat], now))
      }
      for (const [reason, count] of Object.entries(heldChats)) held.set({ reason }, count)
      for (const [status, count] of Object.entries(numbers.byStatus)) tickets.set({ status }, count)
      overdue.set({ target: 'first_response' }, numbers.overdue.firstResponse)
      overdue.set({ target: 'resolution' }, numbers.overdue.resolution)
      for (const [score, count] of Object.entries(numbers.ratings)) ratings.set({ score }, count)
      for (const { category, problem, helped, count } of numbers.selfHelp) {
        selfHelp.set({ category, problem, helped: helped ? 'yes' : 'no' }, count)
      }
    },
  }
}
