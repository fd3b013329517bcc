import { Counter, Histogram, type Registry } from 'prom-client'
import type { Meters } from '../delivery/meters.ts'
import type { TurnedAway } from './webhook-door.ts'

export interface HttpMeters extends Meters {
  turnedAway(reason: TurnedAway): void
}

/** Seconds: an event is worked in some ms, a call takes Telegram a tenth of a second, and half a minute when it is ill. */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Fields of an update that get a label of their own. https://core.telegram.org/bots/api#update */
const KINDS: readonly string[] = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
  'message_reaction',
]

/** Counters and times. Labels are words out of short lists: no person, chat, text or token. */
export function createPromMeters(register: Registry): HttpMeters {
  const registers = [register]
  const updates = new Counter({
    name: 'desk_updates_total',
    help: 'Updates from Telegram, repeated ones too.',
    labelNames: ['door', 'kind'],
    registers,
  })
  const turnedAway = new Counter({
    name: 'desk_webhook_turned_away_total',
    help: 'Calls at the webhook that were not answered with 200.',
    labelNames: ['reason'],
    registers,
  })
  const events = new Counter({
    name: 'desk_events_total',
    help: 'Tries at events of the inbox, by their end.',
    labelNames: ['kind', 'end'],
    registers,
  })
  const eventSeconds = histogram(register, 'desk_event_seconds', 'From the beginning of a try to its end.', [
    'kind',
  ])
  const commitSeconds = histogram(
    register,
    'desk_commit_seconds',
    'The database transaction of one event.',
    [],
  )
  const calls = new Counter({
    name: 'desk_telegram_calls_total',
    help: 'Calls to Telegram by answer: ok, lost, not-sent, cut-off, or the code of an error.',
    labelNames: ['method', 'answer'],
    registers,
  })
  const floods = new Counter({
    name: 'desk_telegram_429_total',
    help: 'Calls that Telegram refused because they were too many.',
    registers,
  })
  const callSeconds = histogram(register, 'desk_telegram_call_seconds', 'Until Telegram answered.', [
    'method',
  ])
  const settled = new Counter({
    name: 'desk_outbox_settled_total',
    help: 'Promised calls by what became of them.',
    labelNames: ['method', 'status'],
    registers,
  })
  return {
    received: (door, kind) => updates.inc({ door, kind: KINDS.includes(kind) ? kind : 'other' }),
    turnedAway: (reason) => turnedAway.inc({ reason }),
    worked: (kind, end, ms) => {
      events.inc({ kind, end })
      eventSeconds.observe({ kind }, ms / 1_000)
    },
    committed: (ms) => commitSeconds.observe(ms / 1_000),
    called: (method, answer, ms) => {
      calls.inc({ method, answer })
      if (answer === '429') floods.inc()
      // It waits on purpose.
      if (method !== 'getUpdates') callSeconds.observe({ method }, ms / 1_000)
    },
    settled: (method, status) => settled.inc({ method, status }),
  }
}

function histogram<Label extends string>(
  register: Registry,
  name: string,
  help: string,
  labelNames: readonly Label[],
): Histogram<Label> {
  return new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [register] })
}
