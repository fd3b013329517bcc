import { randomInt } from 'node:crypto'
import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import { createLongPoll, type LongPoll } from './long-poll.ts'
import { createWebhook, type Webhook } from './webhook.ts'

/** Kinds the bot gets only when it names them in `allowed_updates`. */
const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** How many delivered updates are kept for `redeliverAll`. */
const HISTORY = 10_000

interface HeldUpdate {
  kind: string
  payload: object
}

/** What a test may do with updates on their way to the bot. */
export interface UpdateControls {
  /** While true, every update is handed out once more after it was confirmed, under the same id. */
  duplicate: boolean
  /** Keeps new updates back until `release`. */
  hold(): void
  /** Lets the held ones go. @param order which held update goes at each place; the rest follow in their order. */
  release(order?: readonly number[]): void
  /** Not yet confirmed, in order; held ones are not among them. */
  pending(): Update[]
  held(): number
  /** Hands out once more everything the bot has confirmed so far. */
  redeliverAll(): void
}

export interface UpdateHub extends UpdateControls {
  push(kind: string, payload: object): void
  poll: LongPoll
  webhook: Webhook
  queue: UpdateQueue
  allowed(): string[]
  /** An empty list restores the default. */
  allow(kinds: readonly string[]): void
  /** Called whenever an update is ready to be handed out. */
  onReady(listener: () => void): void
}

export interface UpdateQueue {
  /** Forgets what lies before `offset`; a negative one keeps only that many of the newest. */
  confirm(offset: number): void
  /** The next updates to hand out, at most `limit`. */
  take(limit: number): Update[]
  list(): Update[]
  /** Forgets one update, delivered by webhook. */
  remove(updateId: number): void
  clear(): void
}

export function createUpdateHub(clock: Clock, changed: () => void): UpdateHub {
  let nextId = randomInt(100_000_000, 900_000_000)
  let queued: Update[] = []
  let again: Update[] = []
  const confirmed: Update[] = []
  let held: HeldUpdate[] | undefined
  let allowedKinds: string[] = []
  const listeners: (() => void)[] = []

  const drop = (dropped: Update[]) => {
    confirmed.push(...dropped)
    if (confirmed.length > HISTORY) confirmed.splice(0, confirmed.length - HISTORY)
    if (hub.duplicate) again.push(...dropped)
  }
  const queue: UpdateQueue = {
    confirm(offset) {
      const rest = offset < 0 ? queued.slice(offset) : queued.filter(({ update_id }) => update_id >= offset)
      if (rest.length === queued.length) return
      drop(queued.slice(0, queued.length - rest.length))
      queued = rest
    },
    take(limit) {
      const repeated = again.splice(0, limit)
      return [...repeated, ...queued.slice(0, limit - repeated.length)]
    },
    list: () => [...again, ...queued],
    remove(updateId) {
      const repeated = again.findIndex(({ update_id }) => update_id === updateId)
      if (repeated !== -1) again.splice(repeated, 1)
      else {
        drop(queued.filter(({ update_id }) => update_id === updateId))
        queued = queued.filter(({ update_id }) => update_id !== updateId)
      }
    },
    clear() {
      queued = []
      again = []
    },
  }
  const ready = () => {
    for (const listener of listeners) listener()
  }
  const enqueue = ({ kind, payload }: HeldUpdate) => {
    queued.push({ update_id: nextId, [kind]: payload })
    nextId += 1
  }
  const isAllowed = (kind: string) =>
    allowedKinds.length > 0 ? allowedKinds.includes(kind) : !NOT_BY_DEFAULT.has(kind)

  const hub: UpdateHub = {
    duplicate: false,
    queue,
    poll: createLongPoll(queue, clock, changed),
    webhook: createWebhook(queue, clock, changed),
    push(kind, payload) {
      if (!isAllowed(kind)) return
      const update = { kind, payload: structuredClone(payload) }
      if (held) {
        held.push(update)
        return
      }
      enqueue(update)
      ready()
    },
    hold() {
      held ??= []
    },
    release(order = []) {
      const waiting = held ?? []
      held = undefined
      const first = order.flatMap((index) => waiting[index] ?? [])
      const rest = waiting.filter((_, index) => !order.includes(index))
      for (const update of [...first, ...rest]) enqueue(update)
      ready()
    },
    pending: () => queue.list(),
    held: () => held?.length ?? 0,
    redeliverAll() {
      again.push(...confirmed)
      ready()
    },
    allowed: () => [...allowedKinds],
    allow(kinds) {
      allowedKinds = [...kinds]
    },
    onReady: (listener) => listeners.push(listener),
  }
  hub.onReady(() => {
    hub.poll.wake()
    hub.webhook.wake()
  })
  return hub
}
