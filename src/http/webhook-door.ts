import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { timeout } from 'hono/timeout'
import type { Log } from '../delivery/ports.ts'
import { asPlainRequest } from './plain-request.ts'
import { createSecretMatcher } from './secret-matcher.ts'
import { createPathMatcher } from './webhook-path.ts'

/** Stores a batch of updates. @throws when they are not stored */
export type TakeUpdates = (batch: readonly unknown[]) => Promise<unknown>

export interface WebhookDoorOptions {
  /** The address Telegram was given. */
  readonly url: string
  readonly secret: string
  readonly log: Log
  /** Null while the desk is not open. */
  readonly take: () => TakeUpdates | null
  /** How long the store may take, ms. */
  readonly storeWithinMs?: number
  readonly onTurnedAway?: (reason: TurnedAway) => void
}

export type TurnedAway = 'secret' | 'too-large' | 'not-json' | 'not-open' | 'not-stored'

const STATUS = { secret: 401, 'too-large': 413, 'not-json': 400, 'not-open': 503, 'not-stored': 503 } as const

/** Telegram's updates have some kilobytes. */
export const MAX_BODY_BYTES = 1_048_576
/** What the store takes later all the same is known when Telegram brings it again. */
const STORE_WITHIN_MS = 20_000
/** https://core.telegram.org/bots/api#setwebhook */
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/**
 * Takes the updates that Telegram brings: stored first, then answered with 200. After any other answer Telegram brings
 * the same update again and holds back what follows it, so nothing about a single update may end in one.
 */
export function createWebhookDoor(options: WebhookDoorOptions): Hono {
  const { storeWithinMs = STORE_WITHIN_MS } = options
  const isWebhook = createPathMatcher(options.url)
  const isSecret = createSecretMatcher(options.secret)
  const door = new Hono()
  const turnAway = (reason: TurnedAway): HTTPException => {
    options.onTurnedAway?.(reason)
    options.log.debug({ reason }, 'A call at the webhook was turned away')
    return new HTTPException(STATUS[reason])
  }
  door.post(
    '*',
    async (c, next) => (isWebhook(pathOf(c)) ? await next() : c.notFound()),
    async (c, next) => {
      // Before a byte of the body is read.
      if (!isSecret(c.req.header(SECRET_HEADER))) throw turnAway('secret')
      if (c.req.raw.headers.has('transfer-encoding')) c.req.raw = asPlainRequest(c)
      await next()
    },
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw turnAway('too-large')
      },
    }),
    timeout(storeWithinMs, () => turnAway('not-stored')),
    async (c) => {
      const batch = asBatch(await c.req.text().catch(() => ''))
      if (batch === null) throw turnAway('not-json')
      const take = options.take()
      if (take === null) throw turnAway('not-open')
      try {
        await take(batch)
      } catch (error) {
        options.log.error({ err: error }, 'Updates not stored: Telegram will bring them again')
        throw turnAway('not-stored')
      }
      return c.body(null, 200)
    },
  )
  return door
}

/** As it was asked for: the router's own is decoded. */
function pathOf(c: Context): string {
  return new URL(c.req.url).pathname
}

/** One update, or several; null: no JSON. The parser's error is not told: it quotes what it read. */
function asBatch(body: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(body)
    return Array.isArray(parsed) ? parsed : [parsed]
  } catch {
    return null
  }
}
