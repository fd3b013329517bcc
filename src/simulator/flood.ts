import { tooManyRequests } from './bot-api/bot-api-error.ts'
import type { Clock } from './clock.ts'

export interface FloodSettings {
  /** How many messages a private chat takes at once before it falls back to the pace. */
  privateBurst: number
  privatePerSecond: number
  /** Sends, edits and topic work in one group, over a sliding minute. */
  groupPerMinute: number
  totalPerSecond: number
}

/** What Telegram's FAQ names ("My bot is hitting limits"), with the burst seen in practice. */
export const TELEGRAM_LIMITS: FloodSettings = {
  privateBurst: 3,
  privatePerSecond: 1,
  groupPerMinute: 20,
  totalPerSecond: 30,
}

/** Each call during a wait makes the wait longer by this, milliseconds. */
const PENALTY_MS = 1000

export interface FloodChat {
  id: number
  kind: 'private' | 'group' | 'supergroup'
}

export interface FloodLimits {
  /**
   * Counts `cost` actions in a chat.
   * @throws BotApiError 429 when they are too many; nothing is counted then.
   */
  spend(chat: FloodChat, cost: number): void
  /** How many calls were refused. */
  refused(): number
  settings(): FloodSettings | 'off'
  /** Other limits from now on; what was spent is forgotten. */
  change(settings: FloodSettings | 'off'): void
}

type Limiter = { waitMs(cost: number): number; add(cost: number): void }

export function createFloodLimits(given: FloodSettings | 'off', clock: Clock): FloodLimits {
  let refusals = 0
  let settings = given
  const refuse = () => {
    refusals += 1
  }
  const limit = (wanted: FloodSettings | 'off') =>
    wanted === 'off' ? () => {} : limitTo(wanted, clock, refuse)
  let inForce: FloodLimits['spend'] = limit(given)
  return {
    spend: (chat, cost) => inForce(chat, cost),
    refused: () => refusals,
    settings: () => settings,
    change(next) {
      settings = next
      inForce = limit(next)
    },
  }
}

function limitTo(settings: FloodSettings, clock: Clock, onRefusal: () => void): FloodLimits['spend'] {
  const limiters = new Map<number, Limiter>()
  const blockedUntil = new Map<number, number>()
  const total = slidingWindow(clock, settings.totalPerSecond, 1000)

  const limiterOf = (chat: { id: number; kind: string }) => {
    const known = limiters.get(chat.id)
    if (known) return known
    const created =
      chat.kind === 'private'
        ? tokenBucket(clock, settings.privateBurst, settings.privatePerSecond)
        : slidingWindow(clock, settings.groupPerMinute, 60_000)
    limiters.set(chat.id, created)
    return created
  }
  const refuse = (chatId: number, waitMs: number) => {
    onRefusal()
    blockedUntil.set(chatId, clock.now() + waitMs)
    throw tooManyRequests(Math.max(1, Math.ceil(waitMs / 1000)))
  }
  return (chat, cost) => {
    const blockedMs = (blockedUntil.get(chat.id) ?? 0) - clock.now()
    if (blockedMs > 0) refuse(chat.id, blockedMs + PENALTY_MS)
    const limiter = limiterOf(chat)
    const waitMs = limiter.waitMs(cost)
    if (waitMs > 0) refuse(chat.id, waitMs)
    const totalWaitMs = total.waitMs(cost)
    if (totalWaitMs > 0) {
      onRefusal()
      throw tooManyRequests(Math.ceil(totalWaitMs / 1000))
    }
    limiter.add(cost)
    total.add(cost)
  }
}

function slidingWindow(clock: Clock, limit: number, windowMs: number): Limiter {
  const times: number[] = []
  return {
    waitMs(cost) {
      const now = clock.now()
      while (times[0] !== undefined && times[0] <= now - windowMs) times.shift()
      // An album larger than the limit passes once the window is empty, or it never could.
      const tooMany = times.length + Math.min(cost, limit) - limit
      const freedBy = tooMany > 0 ? times[tooMany - 1] : undefined
      return freedBy === undefined ? 0 : freedBy + windowMs - now
    },
    add(cost) {
      for (let index = 0; index < cost; index += 1) times.push(clock.now())
    },
  }
}

function tokenBucket(clock: Clock, burst: number, perSecond: number): Limiter {
  let tokens = burst
  let filledAt = clock.now()
  const fill = () => {
    tokens = Math.min(burst, tokens + ((clock.now() - filledAt) / 1000) * perSecond)
    filledAt = clock.now()
  }
  return {
    waitMs(cost) {
      fill()
      return Math.ceil(((Math.min(cost, burst) - tokens) / perSecond) * 1000)
    },
    add(cost) {
      fill()
      tokens -= cost
    },
  }
}
