import { randomInt } from 'node:crypto'
import type { Update } from '../bot-api/types.ts'

/** How many delivered updates are kept for `repeatConfirmed`. */
const HISTORY = 10_000

export interface UpdateQueue {
  /** While true, what is confirmed is handed out once more. */
  duplicate: boolean
  add(kind: string, payload: object): void
  /** Forgets what lies before `offset`; a negative one keeps only that many of the newest. */
  confirm(offset: number): void
  /** The next updates to hand out, at most `limit`; repeated ones are handed out once. */
  take(limit: number): Update[]
  /** What waits, repeated ones first. */
  list(): Update[]
  /** Not yet confirmed. */
  unconfirmed(): Update[]
  /** Forgets one update, delivered by webhook. */
  remove(updateId: number): void
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
  queued: Update[]
  again: Update[]
  confirmed: Update[]
}

/** Updates under ids that start anywhere, as Telegram's do. */
export function createUpdateQueue(): UpdateQueue {
  let nextId = randomInt(100_000_000, 900_000_000)
  let queued: Update[] = []
  let again: Update[] = []
  const confirmed: Update[] = []

  const keep = (rest: Update[], dropped: Update[]) => {
    queued = rest
    confirmed.push(...dropped)
    if (confirmed.length > HISTORY) confirmed.splice(0, confirmed.length - HISTORY)
    if (queue.duplicate) again.push(...dropped)
  }
  const queue: UpdateQueue = {
    duplicate: false,
    add(kind, payload) {
      queued.push({ update_id: nextId, [kind]: payload })
      nextId += 1
    },
    confirm(offset) {
      const rest = offset < 0 ? queued.slice(offset) : queued.filter(({ update_id }) => update_id >= offset)
      if (rest.length < queued.length) keep(rest, queued.slice(0, queued.length - rest.length))
    },
    take(limit) {
      const repeated = again.splice(0, limit)
      return [...repeated, ...queued.slice(0, limit - repeated.length)]
    },
    list: () => [...again, ...queued],
    unconfirmed: () => [...queued],
    remove(updateId) {
      const repeated = again.findIndex(({ update_id }) => update_id === updateId)
      if (repeated !== -1) again.splice(repeated, 1)
      else {
        const isIt = ({ update_id }: Update) => update_id === updateId
        keep(
          queued.filter((update) => !isIt(update)),
          queued.filter(isIt),
        )
      }
    },
    repeatConfirmed() {
      again.push(...confirmed)
    },
    forgetConfirmed() {
      confirmed.length = 0
    },
    clear() {
      queued = []
      again = []
    },
    save: () => ({ nextId, queued, again, confirmed }),
    restore(saved) {
      nextId = saved.nextId
      queued = saved.queued
      again = saved.again
      confirmed.splice(0, confirmed.length, ...saved.confirmed)
    },
  }
  return queue
}
