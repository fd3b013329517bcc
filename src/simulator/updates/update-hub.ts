import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import { createLongPoll, type LongPoll } from './long-poll.ts'
import { createUpdateQueue, type SavedQueue, type UpdateQueue } from './update-queue.ts'
import { createWebhook, type Webhook } from './webhook.ts'

/** Kinds the bot gets only when it names them in `allowed_updates`. */
const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

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
  isHolding(): boolean
  /** Hands out once more everything the bot has confirmed that came within a day. */
  redeliverAll(): void
}

/** The one place every update passes. */
export interface UpdateHub extends UpdateControls {
  push(kind: string, payload: object): void
  poll: LongPoll
  webhook: Webhook
  queue: UpdateQueue
  allowed(): string[]
  /** An empty list restores the default. */
  allow(kinds: readonly string[]): void
  heldUpdates(): readonly HeldUpdate[]
  /** All that outlives a restart of the server. */
  save(): SavedUpdates
  restore(saved: SavedUpdates): void
}

export interface HeldUpdate {
  kind: string
  payload: object
}

export interface SavedUpdates {
  queue: SavedQueue
  held: HeldUpdate[] | undefined
  allowedKinds: string[]
}

/** @param onLost hears of updates that nobody fetched within a day */
export function createUpdateHub(
  clock: Clock,
  changed: () => void,
  onLost?: (update: Update) => void,
): UpdateHub {
  const queue = createUpdateQueue(clock, onLost)
  const poll = createLongPoll(queue, clock.network ?? clock, changed)
  const webhook = createWebhook(queue, clock, changed)
  let held: HeldUpdate[] | undefined
  let allowedKinds: string[] = []
  const isAllowed = (kind: string) =>
    allowedKinds.length > 0 ? allowedKinds.includes(kind) : !NOT_BY_DEFAULT.has(kind)
  const wake = () => {
    poll.wake()
    webhook.wake()
  }
  return {
    queue,
    poll,
    webhook,
    get duplicate() {
      return queue.duplicate
    },
    set duplicate(wanted) {
      queue.duplicate = wanted
    },
    push(kind, payload) {
      if (!isAllowed(kind)) return
      // A copy: later changes of the message must not show in what already happened.
      const update = { kind, payload: structuredClone(payload) }
      if (held) {
        held.push(update)
        return
      }
      queue.add(update.kind, update.payload)
      wake()
    },
    hold() {
      held ??= []
    },
    release(order) {
      for (const { kind, payload } of reorder(held ?? [], order ?? [])) queue.add(kind, payload)
      held = undefined
      wake()
    },
    pending: queue.unconfirmed,
    held: () => held?.length ?? 0,
    isHolding: () => held !== undefined,
    heldUpdates: () => held ?? [],
    redeliverAll() {
      queue.repeatConfirmed()
      wake()
    },
    allowed: () => [...allowedKinds],
    allow(kinds) {
      allowedKinds = [...kinds]
    },
    save: () => ({ queue: queue.save(), held, allowedKinds }),
    restore(saved) {
      queue.restore(saved.queue)
      held = saved.held
      allowedKinds = saved.allowedKinds
      wake()
    },
  }
}

function reorder<T>(items: readonly T[], order: readonly number[]): T[] {
  const first = order.flatMap((index) => items[index] ?? [])
  return [...first, ...items.filter((_, index) => !order.includes(index))]
}
