import { conflict } from '../bot-api/bot-api-error.ts'
import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import type { UpdateQueue } from './update-hub.ts'

export interface PollRequest {
  offset: number
  limit: number
  timeoutMs: number
  /** Aborted when the caller hangs up. */
  signal: AbortSignal
}

export interface LongPoll {
  /** Answers at once when there is something, else when something comes or the time is over. */
  get(request: PollRequest): Promise<Update[]>
  /** Looks again for updates to hand to the waiting call. */
  wake(): void
  /** Ends the waiting call with 409, as another poller or `setWebhook` does. */
  terminate(by: string): void
  isWaiting(): boolean
}

export function createLongPoll(queue: UpdateQueue, clock: Clock, changed: () => void): LongPoll {
  let waiting:
    | { limit: number; finish: (updates: Update[]) => void; fail: (error: Error) => void }
    | undefined
  let wakeIsPlanned = false

  const answerWaiting = () => {
    wakeIsPlanned = false
    if (!waiting) return
    const updates = queue.take(waiting.limit)
    if (updates.length > 0) waiting.finish(updates)
  }
  const wait = ({ limit, timeoutMs, signal }: PollRequest) =>
    new Promise<Update[]>((resolve, reject) => {
      const settle = () => {
        if (waiting === self) waiting = undefined
        changed()
        cancelTimer()
        signal.removeEventListener('abort', giveUp)
      }
      const self = {
        limit,
        finish(updates: Update[]) {
          settle()
          resolve(updates)
        },
        fail(error: Error) {
          settle()
          reject(error)
        },
      }
      const giveUp = () => self.finish([])
      const cancelTimer = clock.setTimer(timeoutMs, giveUp)
      signal.addEventListener('abort', giveUp)
      waiting = self
      changed()
    })

  return {
    async get(request) {
      this.terminate('other getUpdates request; make sure that only one bot instance is running')
      queue.confirm(request.offset)
      const updates = queue.take(request.limit)
      if (updates.length > 0 || request.timeoutMs <= 0 || request.signal.aborted) return updates
      return wait(request)
    },
    wake() {
      if (wakeIsPlanned || !waiting) return
      // A tick later, so that the parts of an album sent together arrive in one batch.
      wakeIsPlanned = true
      queueMicrotask(answerWaiting)
    },
    isWaiting: () => waiting !== undefined,
    terminate(by) {
      waiting?.fail(conflict(`terminated by ${by}`))
    },
  }
}
