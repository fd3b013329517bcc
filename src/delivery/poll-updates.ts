import { type Backoff, backoffMs, STORE_BACKOFF } from './backoff.ts'
import { callWithinTime } from './call-within-time.ts'
import { classifyFailure, type FailedAnswer } from './classify-failure.ts'
import { ingestUpdates, type Update } from './ingest-updates.ts'
import type { Meters } from './meters.ts'
import type { Clock, InboxStore, Log, Transport } from './ports.ts'
import { rest } from './rest.ts'

export interface PollerOptions {
  readonly botId: number
  readonly transport: Transport
  readonly inbox: Pick<InboxStore, 'ingest'>
  readonly clock: Clock
  readonly log: Log
  readonly meters?: Meters
  readonly allowedUpdates: readonly string[]
  /** The lane an update belongs to. */
  readonly laneOf: (update: Update) => string
  /** Updates were stored; `lanes` got something new. */
  readonly onStored: (lanes: readonly string[], updates: readonly Update[]) => void
  /** A webhook is set: to be deleted, without dropping what waits. */
  readonly onWebhookSet?: () => Promise<void>
  readonly onTokenRevoked?: () => void
  /** How long Telegram may hold a request while there is nothing new, in seconds. */
  readonly longPollS?: number
  readonly backoff?: Backoff
  readonly random?: () => number
}

export interface Poller {
  start(): void
  /** Drops the open request at once; waits only for updates that are being stored. */
  stop(): Promise<void>
}

const BATCH = 100
/** An answer that is later than this after the long poll's end is not coming. */
const SLACK_MS = 15_000
const POLL_BACKOFF: Backoff = { firstMs: 1_000, maxMs: 30_000 }

/**
 * Fetches updates and stores them. Only what has been stored is confirmed to Telegram, by the offset of the next
 * request. https://core.telegram.org/bots/api#getupdates
 */
export function createPoller(options: PollerOptions): Poller {
  const { clock, log, longPollS = 30 } = options
  let stopNow = new AbortController()
  let hand: Promise<void> | null = null
  let offset: number | undefined
  let failures = 0
  let storeFailures = 0

  const poll = async () => {
    const payload = {
      limit: BATCH,
      timeout: longPollS,
      allowed_updates: options.allowedUpdates,
      ...(offset === undefined ? {} : { offset }),
    }
    const call = { method: 'getUpdates', payload, timeoutMs: longPollS * 1_000 + SLACK_MS }
    const answer = await callWithinTime(options.transport, clock, call, stopNow.signal)
    if (stopNow.signal.aborted) return
    if (answer.kind !== 'ok') return await recover(answer)
    if (!Array.isArray(answer.result))
      return await recover({ kind: 'lost', description: 'No list of updates' })
    await store(answer.result)
  }

  const store = async (batch: readonly unknown[]) => {
    const updates = await ingestUpdates({ ...options, door: 'polling' }, batch)
    failures = 0
    storeFailures = 0
    const last = updates.at(-1)
    // An empty answer means that all is confirmed. Ids may restart at random, and an offset above them would drop
    // the updates below it, so none is kept longer than needed.
    offset = last === undefined ? undefined : last.update_id + 1
  }

  const recover = async (answer: FailedAnswer) => {
    failures += 1
    const failure = classifyFailure(answer, 0)
    const pause = backoffMs(failures, options.backoff ?? POLL_BACKOFF, options.random)
    // Not `description`: fields of that name hold people's words, and are left out of the log.
    const fields = { answer: answer.description, failures }
    const isUnknownBot = answer.kind === 'error' && answer.code === 404
    if (failure.kind === 'token-revoked' || isUnknownBot) {
      log.error(fields, 'Telegram does not know the token: no more polling')
      stopNow.abort()
      return options.onTokenRevoked?.()
    }
    if (failure.kind === 'conflict' && failure.by === 'webhook') {
      log.warn(fields, 'A webhook is set, so Telegram refuses polling')
      await options.onWebhookSet?.()
    } else if (failure.kind === 'conflict') {
      log.warn(fields, 'Another process polls with this token')
    } else log.warn(fields, 'No updates fetched')
    await restFor(failure.kind === 'flood' ? failure.retryAfterMs : pause)
  }

  const restFor = (ms: number) => rest(clock, ms, stopNow.signal)

  const pollOn = async () => {
    while (!stopNow.signal.aborted) {
      try {
        await poll()
      } catch (error) {
        storeFailures += 1
        log.error({ err: error }, 'Updates not stored, asked for again')
        await restFor(backoffMs(storeFailures, STORE_BACKOFF, options.random))
      }
    }
  }

  return {
    start: () => {
      if (hand !== null) return
      stopNow = new AbortController()
      offset = undefined
      failures = 0
      storeFailures = 0
      hand = pollOn()
    },
    stop: async () => {
      stopNow.abort()
      await hand
      hand = null
    },
  }
}
