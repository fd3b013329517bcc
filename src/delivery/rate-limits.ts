/** How much may be sent; data, so that an owner of a larger allowance can change it. */
export interface SendLimits {
  /** All chats together: actions in any window of `perMs`. */
  readonly bot: { readonly actions: number; readonly perMs: number }
  /** One action each `perMs`; up to `burst` saved ones may go at once. */
  readonly privateChat: { readonly burst: number; readonly perMs: number }
  /** A whole group with all its topics: actions in any window of `perMs`. */
  readonly group: { readonly actions: number; readonly perMs: number }
}

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export const TELEGRAM_LIMITS: SendLimits = {
  bot: { actions: 30, perMs: 1_000 },
  // Telegram counts when a call arrives, not when it leaves: a tenth more than a second keeps clear of that.
  privateChat: { burst: 3, perMs: 1_100 },
  group: { actions: 20, perMs: 60_000 },
}

/** Times are ms since 1970; a chat with a negative id is a group. */
export interface RateLimits {
  /** How long this chat has to wait before `weight` actions may go; 0: now. */
  waitMs(chatId: number, weight: number, now: number): number
  /** Counts actions. @returns to be called at the answer: Telegram may have counted them as late as that */
  record(chatId: number, weight: number, now: number): (answeredAt: number) => void
  /** Telegram asked to leave this chat alone for `ms`. */
  pause(chatId: number, ms: number, now: number): void
}

interface Meter {
  waitMs(weight: number, now: number): number
  record(weight: number, now: number): (answeredAt: number) => void
  isFull(now: number): boolean
}

/** After so many recorded actions the chats that have all their allowance back are forgotten. */
const SWEEP_EVERY = 1_000

/** Telegram's limits per chat and for the whole bot, kept in memory. */
export function createRateLimits(limits: SendLimits = TELEGRAM_LIMITS): RateLimits {
  const bot = createWindow(limits.bot.actions, limits.bot.perMs)
  const chats = new Map<number, Meter>()
  const pauses = new Map<number, { until: number; ms: number }>()
  let recorded = 0

  const meterOf = (chatId: number): Meter => {
    const known = chats.get(chatId)
    if (known) return known
    const meter =
      chatId < 0
        ? createWindow(limits.group.actions, limits.group.perMs)
        : createBucket(limits.privateChat.burst, limits.privateChat.perMs)
    chats.set(chatId, meter)
    return meter
  }

  const sweep = (now: number) => {
    for (const [chatId, meter] of chats) if (meter.isFull(now)) chats.delete(chatId)
    for (const [chatId, pause] of pauses) if (pause.until <= now) pauses.delete(chatId)
  }

  return {
    waitMs: (chatId, weight, now) => {
      const pause = pauses.get(chatId)
      // After the clock was set back a pause must not last longer than Telegram asked for.
      const paused = pause ? Math.min(pause.until - now, pause.ms) : 0
      if (weight === 0) return Math.max(0, paused)
      return Math.max(0, paused, bot.waitMs(weight, now), meterOf(chatId).waitMs(weight, now))
    },
    record: (chatId, weight, now) => {
      if (weight === 0) return () => undefined
      recorded += 1
      if (recorded % SWEEP_EVERY === 0) sweep(now)
      bot.record(weight, now)
      return meterOf(chatId).record(weight, now)
    },
    pause: (chatId, ms, now) => {
      const until = now + ms
      if (until > (pauses.get(chatId)?.until ?? 0)) pauses.set(chatId, { until, ms })
    },
  }
}

/** At most `actions` in any window of `perMs`. */
function createWindow(actions: number, perMs: number): Meter {
  let seen: { at: number; weight: number }[] = []

  const forget = (now: number) => {
    // A moment in the future means that the clock was set back.
    for (const entry of seen) entry.at = Math.min(entry.at, now)
    seen = seen.filter((entry) => entry.at > now - perMs)
  }

  return {
    waitMs: (weight, now) => {
      forget(now)
      // More than the whole window at once goes when the window is empty.
      let free = actions - seen.reduce((sum, entry) => sum + entry.weight, 0)
      const wanted = Math.min(weight, actions)
      let wait = 0
      for (const entry of [...seen].sort((a, b) => a.at - b.at)) {
        if (free >= wanted) break
        free += entry.weight
        wait = entry.at + perMs - now
      }
      return wait
    },
    record: (weight, now) => {
      const entry = { at: now, weight }
      seen.push(entry)
      return (answeredAt) => {
        entry.at = Math.max(entry.at, answeredAt)
      }
    },
    isFull: (now) => {
      forget(now)
      return seen.length === 0
    },
  }
}

/** One action each `perMs`, up to `burst` at once. An action heavier than the bucket leaves a debt. */
function createBucket(burst: number, perMs: number): Meter {
  // In ms of waiting, because fractions of actions do not add up.
  const full = burst * perMs
  let credit = full
  let filledAt: number | null = null

  const fill = (now: number) => {
    credit = Math.min(full, credit + (filledAt === null ? 0 : Math.max(0, now - filledAt)))
    filledAt = now
  }

  return {
    waitMs: (weight, now) => {
      fill(now)
      return Math.max(0, Math.min(weight, burst) * perMs - credit)
    },
    record: (weight, now) => {
      fill(now)
      credit -= weight * perMs
      return () => undefined
    },
    isFull: (now) => {
      fill(now)
      return credit >= full
    },
  }
}
