import { randomInt } from 'node:crypto'
import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'

/** How many delivered updates are kept for `repeatConfirmed`. */
const HISTORY = 10_000
/** Telegram keeps no update longer: https://core.telegram.org/bots/api#getting-updates. Milliseconds. */
const LONGEST_KEPT_MS = 24 * 60 * 60 * 1000

export interface UpdateQueue {
  /** While true, what is confirmed is handed out once more. */
  duplicate: boolean
  add(kind: string, payload: object): void
  /** Forgets what lies before `offset`; a negative one keeps only that many of the newest. */
  confirm(offset: number): void
  /** The next updates to hand out, at most `limit`; repeated ones are handed out once. Nothing is kept longer than a day. */
  take(limit: number): Update[]
  /** What waits, repeated ones first. */
  list(): Update[]
  /** Not yet confirmed. */
  unconfirmed(): Update[]
  /** Forgets one update, delivered by webhook. */
  remove(updateId: number): void
  /** Those that came within a day are handed out once more. */
  repeatConfirmed(): void
  /** What is confirmed can't be repeated any more. */
  forgetConfirmed(): void
  clear(): void
  /** What waits and what was confirmed, with the ids to come. */
  save(): SavedQueue
  restore(saved: SavedQueue): void
}

export interface SavedQueue {
  nextId: number
  queued: Arrived[]
  again: Arrived[]
  confirmed: Arrived[]
}

export interface Arrived {
  update: Update
  /** When it came to the server, milliseconds since the epoch. */
  at: number
  /** A poll was answered with it, whether or not it was confirmed. */
  isHandedOut?: boolean
}

/** Updates under ids that start anywhere, as Telegram's do. @param onLost hears of those that nobody fetched in time */
export function createUpdateQueue(
  clock: Pick<Clock, 'now'>,
  onLost: (update: Update) => void = () => {},
): UpdateQueue {
  let nextId = randomInt(100_000_000, 900_000_000)
  let queued: Arrived[] = []
  let again: Arrived[] = []
  const confirmed: Arrived[] = []

  const isKept = ({ at }: Arrived) => clock.now() - at < LONGEST_KEPT_MS
  const dropOld = () => {
    const old = queued.findIndex(isKept)
    const dropped = queued.splice(0, old === -1 ? queued.length : old)
    for (const { update, isHandedOut } of dropped) if (!isHandedOut) onLost(update)
    again = again.filter(isKept)
  }
  const forgetOld = () => {
    const firstKept = confirmed.findIndex(isKept)
    const tooOld = firstKept === -1 ? confirmed.length : firstKept
    confirmed.splice(0, Math.max(tooOld, confirmed.length - HISTORY))
  }
  const keep = (rest: Arrived[], dropped: Arrived[]) => {
    queued = rest
    confirmed.push(...dropped)
    forgetOld()
    if (queue.duplicate) again.push(...dropped)
  }
  const queue: UpdateQueue = {
    duplicate: false,
    add(kind, payload) {
      queued.push({ update: { update_id: nextId, [kind]: payload }, at: clock.now() })
      nextId += 1
    },
    confirm(offset) {
      const rest =
        offset < 0 ? queued.slice(offset) : queued.filter(({ update }) => update.update_id >= offset)
      if (rest.length < queued.length) keep(rest, queued.slice(0, queued.length - rest.length))
    },
    take(limit) {
      dropOld()
      const repeated = again.splice(0, limit)
      const next = queued.slice(0, limit - repeated.length)
      for (const each of next) each.isHandedOut = true
      return updatesOf([...repeated, ...next])
    },
    list() {
      dropOld()
      return updatesOf([...again, ...queued])
    },
    unconfirmed() {
      dropOld()
      return updatesOf(queued)
    },
    remove(updateId) {
      const isIt = ({ update }: Arrived) => update.update_id === updateId
      const repeated = again.findIndex(isIt)
      if (repeated !== -1) again.splice(repeated, 1)
      else {
        keep(
          queued.filter((each) => !isIt(each)),
          queued.filter(isIt),
        )
      }
    },
    repeatConfirmed() {
      forgetOld()
      again.push(...confirmed.filter(isKept))
    },
    forgetConfirmed() {
      confirmed.length = 0
    },
    clear() {
      queued = []
      again = []
    },
    save() {
      dropOld()
      return { nextId, queued, again, confirmed }
    },
    restore(saved) {
      nextId = saved.nextId
      queued = saved.queued
      again = saved.again
      confirmed.splice(0, confirmed.length, ...saved.confirmed)
    },
  }
  return queue
}

const updatesOf = (arrived: readonly Arrived[]): Update[] => arrived.map(({ update }) => update)
