/** How much may be sent; data, so that an owner of a larger allowance can change it. */
export interface SendLimits {
  /** All chats together: actions in any window of `perMs`; the last `forPeople` of them only private chats may use. */
  readonly bot: { readonly actions: number; readonly perMs: number; readonly forPeople?: number }
  /** One action each `perMs`; up to `burst` saved ones may go at once. */
  readonly privateChat: { readonly burst: number; readonly perMs: number }
  /** A whole group with all its topics: actions in any window of `perMs`; the last `forUrgent` of them only urgent calls may use. */
  readonly group: { readonly actions: number; readonly perMs: number; readonly forUrgent?: number }
}

/**
 * Kept free in each group for urgent calls. An urgent ticket in a rush costs one action, its card. One kept free shows it at once,
 * the next ones go first as the window moves on; each further one would cost every rush a ticket a minute.
 */
const GROUP_FOR_URGENT = 1
/** Parts of a group's window: where a rush shows first, and how much of what it may be filled to is no rush yet. */
const LATELY = 1 / 6
const LATELY_MOST = 0.4
/** Several groups, repairs and edits must not keep a customer waiting for a confirmation. */
const BOT_FOR_PEOPLE = 5

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export const TELEGRAM_LIMITS: SendLimits = {
  bot: { actions: 30, perMs: 1_000, forPeople: BOT_FOR_PEOPLE },
  // Telegram counts when a call arrives, not when it leaves: a tenth more than a second keeps clear of that.
  privateChat: { burst: 3, perMs: 1_100 },
  group: { actions: 20, perMs: 60_000, forUrgent: GROUP_FOR_URGENT },
}

/** Times are ms since 1970; a chat with a negative id is a group. */
export interface RateLimits {
  /** How long this chat has to wait before `weight` actions may go; 0: now. What is urgent may use what is kept for it. */
  waitMs(chatId: number, weight: number, now: number, isUrgent?: boolean): number
  /**
   * Is the chat calm enough for `weight` actions more? They leave its window at most `percent` full, and {@link LATELY_MOST} of that at
   * most falls into the last {@link LATELY} of it, upkeep and what is its own aside. A person's chat always is.
   * @param own so many of the actions belong to what is asked for, such as files: they take room, but are no rush
   */
  hasRoom(chatId: number, weight: number, percent: number, now: number, own?: number): boolean
  /**
   * Counts actions.
   * @param isUpkeep marks, edits and deletions: nobody has more to read than before, which is no sign of a rush
   * @returns to be called once there is an answer, or will be none: Telegram may have counted them as late as that
   */
  record(chatId: number, weight: number, now: number, isUpkeep?: boolean): (answeredAt: number) => void
  /** Telegram asked to leave this chat alone for `ms`. */
  pause(chatId: number, ms: number, now: number): void
}

interface Meter {
  /** @param kept so many actions of the allowance are for others */
  waitMs(weight: number, now: number, kept: number): number
  record(weight: number, now: number, isUpkeep: boolean): (answeredAt: number) => void
  isFull(now: number): boolean
}

/** After so many recorded actions the chats that have all their allowance back are forgotten. */
const SWEEP_EVERY = 1_000

/** Telegram's limits per chat and for the whole bot, kept in memory. */
export function createRateLimits(limits: SendLimits = TELEGRAM_LIMITS): RateLimits {
  const bot = createWindow(limits.bot.actions, limits.bot.perMs)
  const groups = new Map<number, Window>()
  const people = new Map<number, Meter>()
  const pauses = new Map<number, { until: number; ms: number }>()
  let recorded = 0

  const groupOf = (chatId: number) =>
    known(groups, chatId, () => createWindow(limits.group.actions, limits.group.perMs))
  const personOf = (chatId: number) =>
    known(people, chatId, () => createBucket(limits.privateChat.burst, limits.privateChat.perMs))

  const pausedMs = (chatId: number, now: number) => {
    const pause = pauses.get(chatId)
    // After the clock was set back a pause must not last longer than Telegram asked for.
    return pause ? Math.max(0, Math.min(pause.until - now, pause.ms)) : 0
  }

  const sweep = (now: number) => {
    for (const meters of [groups, people])
      for (const [chatId, meter] of meters) if (meter.isFull(now)) meters.delete(chatId)
    for (const [chatId, pause] of pauses) if (pause.until <= now) pauses.delete(chatId)
  }

  return {
    waitMs: (chatId, weight, now, isUrgent = false) => {
      const paused = pausedMs(chatId, now)
      if (weight === 0) return paused
      if (chatId > 0)
        return Math.max(paused, bot.waitMs(weight, now, 0), personOf(chatId).waitMs(weight, now, 0))
      const { forPeople = 0 } = limits.bot
      const kept = isUrgent ? 0 : (limits.group.forUrgent ?? 0)
      return Math.max(paused, bot.waitMs(weight, now, forPeople), groupOf(chatId).waitMs(weight, now, kept))
    },
    hasRoom: (chatId, weight, percent, now, own = 0) => {
      if (chatId > 0) return true
      if (pausedMs(chatId, now) > 0) return false
      const { actions, perMs } = limits.group
      const most = (actions * percent) / 100
      const group = groupOf(chatId)
      const lately = group.news(now, perMs * LATELY) + weight - own
      return group.used(now) + weight <= most && lately <= most * LATELY_MOST
    },
    record: (chatId, weight, now, isUpkeep = false) => {
      if (weight === 0) return () => undefined
      recorded += 1
      if (recorded % SWEEP_EVERY === 0) sweep(now)
      const meters = [bot, chatId > 0 ? personOf(chatId) : groupOf(chatId)]
      const counted = meters.map((meter) => meter.record(weight, now, isUpkeep))
      return (answeredAt) => {
        for (const count of counted) count(answeredAt)
      }
    },
    pause: (chatId, ms, now) => {
      const until = now + ms
      if (until > (pauses.get(chatId)?.until ?? 0)) pauses.set(chatId, { until, ms })
    },
  }
}

function known<T>(map: Map<number, T>, key: number, create: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const created = create()
  map.set(key, created)
  return created
}

interface Window extends Meter {
  /** Actions counted in the whole window. */
  used(now: number): number
  /** Those of the last `withinMs` that are no upkeep. */
  news(now: number, withinMs: number): number
}

/** At most `actions` in any window of `perMs`. */
function createWindow(actions: number, perMs: number): Window {
  let seen: { at: number; weight: number; isUpkeep: boolean }[] = []

  const forget = (now: number) => {
    // A moment in the future means that the clock was set back.
    for (const entry of seen) entry.at = Math.min(entry.at, now)
    seen = seen.filter((entry) => entry.at > now - perMs)
  }
  const used = (now: number) => {
    forget(now)
    return weightOf(seen)
  }

  return {
    used,
    news: (now, withinMs) => {
      forget(now)
      return weightOf(seen.filter((entry) => !entry.isUpkeep && entry.at > now - withinMs))
    },
    waitMs: (weight, now, kept) => {
      // More than the whole window at once goes when the window is empty.
      let free = actions - kept - used(now)
      const wanted = Math.min(weight, actions - kept)
      let wait = 0
      for (const entry of [...seen].sort((a, b) => a.at - b.at)) {
        if (free >= wanted) break
        free += entry.weight
        wait = entry.at + perMs - now
      }
      return wait
    },
    record: (weight, now, isUpkeep) => {
      const entry = { at: now, weight, isUpkeep }
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

function weightOf(entries: ReadonlyArray<{ readonly weight: number }>): number {
  return entries.reduce((sum, { weight }) => sum + weight, 0)
}

/**
 * One action each `perMs`, up to `burst` at once. An action heavier than the bucket leaves a debt. Telegram's own bucket may have
 * been full, and gained nothing, for as long as an action was on its way: each counts as late as Telegram may have counted it.
 */
function createBucket(burst: number, perMs: number): Meter {
  /** `at` is null while there is no answer: it may be counted just now. */
  const seen: { at: number | null; weight: number }[] = []

  /** How many ms of waiting the actions still cost. */
  const owedMs = (now: number): number => {
    for (const entry of seen) if (entry.at !== null) entry.at = Math.min(entry.at, now)
    seen.sort((a, b) => (b.at ?? now) - (a.at ?? now))
    let [weight, owed, kept] = [0, 0, 0]
    for (const [index, entry] of seen.entries()) {
      weight += entry.weight
      const left = weight * perMs - (now - (entry.at ?? now))
      if (left > 0) kept = index + 1
      owed = Math.max(owed, left)
    }
    seen.length = kept
    return owed
  }

  return {
    waitMs: (weight, now) => Math.max(0, owedMs(now) - (burst - Math.min(weight, burst)) * perMs),
    record: (weight, now) => {
      owedMs(now)
      const entry: { at: number | null; weight: number } = { at: null, weight }
      seen.push(entry)
      return (answeredAt) => {
        entry.at = Math.max(now, answeredAt)
      }
    },
    isFull: (now) => owedMs(now) === 0,
  }
}
