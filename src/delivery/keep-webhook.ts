import { type Backoff, backoffMs } from './backoff.ts'
import { callWithinTime } from './call-within-time.ts'
import { classifyFailure, type FailedAnswer } from './classify-failure.ts'
import type { Clock, Log, Transport } from './ports.ts'
import { rest } from './rest.ts'

export interface WebhookKeeperOptions {
  readonly transport: Transport
  readonly clock: Clock
  readonly log: Log
  /** Where Telegram is to bring updates, and what it is to show there. */
  readonly webhook: { readonly url: string; readonly secret: string }
  readonly allowedUpdates: readonly string[]
  readonly onTokenRevoked?: () => void
  /** Between two looks at it, ms. */
  readonly lookEveryMs?: number
  readonly backoff?: Backoff
  readonly random?: () => number
}

export interface WebhookKeeper {
  start(): void
  /** Leaves the webhook as it is: what comes meanwhile waits at Telegram, or is taken by another process. */
  stop(): Promise<void>
}

/** What is read of it. https://core.telegram.org/bots/api#webhookinfo */
interface WebhookInfo {
  readonly url?: string
  readonly pending_update_count?: number
  readonly last_error_date?: number
  readonly last_error_message?: string
  readonly allowed_updates?: readonly string[]
}

const LOOK_EVERY_MS = 60_000
const CALL_WITHIN_MS = 15_000
const SET_BACKOFF: Backoff = { firstMs: 1_000, maxMs: 60_000 }

/**
 * Sets the webhook without dropping what waits, and looks at it from time to time: another process with the same token may
 * take it away or set it otherwise, and what Telegram says of its last failure is what the owner has to know.
 * https://core.telegram.org/bots/api#setwebhook
 */
export function createWebhookKeeper(options: WebhookKeeperOptions): WebhookKeeper {
  const { clock, log, webhook, allowedUpdates, lookEveryMs = LOOK_EVERY_MS } = options
  let stopNow = new AbortController()
  let hand: Promise<void> | null = null
  let isSet = false
  let isJustSet = false
  let failures = 0
  /** Of the last failure that Telegram has told of, in its seconds; null: not looked yet. */
  let knownErrorAt: number | null = null

  const ask = (method: string, payload: object) => {
    const call = { method, payload, timeoutMs: CALL_WITHIN_MS }
    return callWithinTime(options.transport, clock, call, stopNow.signal)
  }

  /** @returns how long to rest, ms */
  const set = async (): Promise<number> => {
    const answer = await ask('setWebhook', {
      url: webhook.url,
      secret_token: webhook.secret,
      allowed_updates: allowedUpdates,
    })
    if (answer.kind !== 'ok') return failed(answer, 'The webhook could not be set')
    log.info({ host: hostOf(webhook.url) }, 'Webhook set')
    isSet = true
    isJustSet = true
    failures = 0
    return 0
  }

  const look = async (): Promise<number> => {
    const answer = await ask('getWebhookInfo', {})
    if (answer.kind !== 'ok') return failed(answer, 'The webhook could not be looked at')
    failures = 0
    const info = answer.result as WebhookInfo
    isSet = isAsWeSetIt(info)
    // A server that never shows what it was told is not to be told all the time.
    const restMs = isSet || isJustSet ? lookEveryMs : 0
    isJustSet = false
    return restMs
  }

  const isAsWeSetIt = (info: WebhookInfo): boolean => {
    if (!isSameAddress(info.url, webhook.url)) {
      log.warn({ found: hostOf(info.url) }, 'Somebody else took the webhook away: it is set again')
      return false
    }
    if (!isSameList(info.allowed_updates ?? [], allowedUpdates)) {
      log.warn({ found: info.allowed_updates }, 'Somebody else asks for other updates: it is set again')
      return false
    }
    return !isRefusedByUs(info)
  }

  /** Tells of a new failure. @returns true when Telegram shows a secret that is not ours */
  const isRefusedByUs = (info: WebhookInfo): boolean => {
    const errorAt = info.last_error_date ?? 0
    const isNew = knownErrorAt !== null && errorAt > knownErrorAt
    knownErrorAt = errorAt
    if (!isNew) return false
    const { last_error_message: reason, pending_update_count: waiting } = info
    log.warn({ reason, waiting }, 'Telegram could not bring an update')
    return /\b401\b/.test(reason ?? '')
  }

  const failed = (answer: FailedAnswer, message: string): number => {
    if (stopNow.signal.aborted) return 0
    failures += 1
    const failure = classifyFailure(answer, 0)
    if (failure.kind === 'token-revoked' || (answer.kind === 'error' && answer.code === 404)) {
      log.error({}, 'Telegram does not know the token: the webhook is not kept any more')
      stopNow.abort()
      options.onTokenRevoked?.()
      return 0
    }
    log.error({ answer: answer.description, failures }, message)
    if (failure.kind === 'flood') return failure.retryAfterMs
    return backoffMs(failures, options.backoff ?? SET_BACKOFF, options.random)
  }

  const keepOn = async () => {
    while (!stopNow.signal.aborted) {
      await rest(clock, await (isSet ? look() : set()), stopNow.signal)
    }
  }

  return {
    start: () => {
      if (hand !== null) return
      stopNow = new AbortController()
      isSet = false
      isJustSet = false
      failures = 0
      knownErrorAt = null
      hand = keepOn()
    },
    stop: async () => {
      stopNow.abort()
      await hand
      hand = null
    },
  }
}

/** The path may be a secret of the owner's. */
function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : 'none'
}

function isSameAddress(one: string | undefined, other: string): boolean {
  return one !== undefined && URL.canParse(one) && new URL(one).href === new URL(other).href
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item))
}
