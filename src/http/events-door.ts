import { createHmac } from 'node:crypto'
import type { OutsideEvent } from '../app/outside-event.ts'
import { POST_EVENT } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'

export interface EventsDoor {
  readonly transport: Transport
  /** Where events go, and what signs them (`whsec_` and base64); null: the settings name nobody any more. */
  readonly events: { readonly url: string; readonly secret: string } | null
  readonly now: () => Date
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Of one try; ms. */
  readonly timeLimitMs?: number
}

const TIME_LIMIT_MS = 10_000
/** What could not be told in a day is told no more. Milliseconds. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000
/** "The resource is gone": the receiver wants to hear no more. */
const GONE = 410

/**
 * The transport with one method of ours beside Telegram's: {@link POST_EVENT}. Whatever is no success may be one later, so the outbox
 * tries again.
 */
export function createEventsDoor(door: EventsDoor): Transport {
  const tell = createReceiverLog(door.log)
  return {
    call(method, payload, signal) {
      if (method !== POST_EVENT) return door.transport.call(method, payload, signal)
      return post(door, payload as unknown as OutsideEvent, tell, signal)
    },
  }
}

async function post(
  { events, now, log, timeLimitMs = TIME_LIMIT_MS }: EventsDoor,
  event: OutsideEvent,
  tell: (why: string | null) => void,
  stop: AbortSignal | undefined,
): Promise<TransportAnswer> {
  if (events === null) return dropped('Nobody is to be told of events')
  const { id, type, ticket } = event
  if (now().getTime() - Date.parse(event.createdAt) >= GIVEN_UP_AFTER_MS) {
    log.warn(
      { event: id, type, ticket: ticket.number },
      'An event could not be told for a day: it is given up',
    )
    return dropped('Not taken for a day')
  }
  const limit = AbortSignal.timeout(timeLimitMs)
  const signal = stop === undefined ? limit : AbortSignal.any([stop, limit])
  const end = await send(events, event, now(), signal)
  // The end of this process says nothing of the receiver.
  if (stop?.aborted) return { kind: 'not-sent', description: 'Stopped' }
  tell(end === 'taken' || end === 'gone' ? null : end.why)
  if (end === 'taken') return { kind: 'ok', result: true }
  if (end !== 'gone') return { kind: 'not-sent', description: `The receiver took no event: ${end.why}` }
  log.warn({ event: id, type, ticket: ticket.number }, 'The receiver does not want the event: it is dropped')
  return dropped('The receiver answers 410')
}

type End = 'taken' | 'gone' | { readonly why: string }

async function send(
  { url, secret }: { readonly url: string; readonly secret: string },
  event: OutsideEvent,
  now: Date,
  signal: AbortSignal,
): Promise<End> {
  const body = JSON.stringify(event)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...signatureOf(secret, event.id, now, body) },
      body,
      signal,
    })
    // Whatever it says: the status has said it.
    await response.body?.cancel().catch(() => undefined)
    if (response.ok) return 'taken'
    return response.status === GONE ? 'gone' : { why: `it answers ${response.status}` }
  } catch (error) {
    // Messages of errors may hold the URL.
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { why: isLate ? 'it takes too long' : 'it can not be reached' }
  }
}

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
function signatureOf(secret: string, id: string, now: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}

/** The log says once that the receiver is away, and once that it is back. */
function createReceiverLog(log: Pick<Log, 'info' | 'warn'>): (why: string | null) => void {
  let isAway = false
  return (why) => {
    if (isAway === (why !== null)) return
    isAway = why !== null
    if (why === null) log.info({}, 'The receiver of events takes them again')
    else log.warn({ why }, 'The receiver of events does not take them: they wait')
  }
}

/** The outbox gives up what is refused. */
function dropped(description: string): TransportAnswer {
  return { kind: 'error', code: 400, description, parameters: {} }
}
