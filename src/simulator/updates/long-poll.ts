import { BotApiError, conflict } from '../bot-api/bot-api-error.ts'
import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import type { UpdateQueue } from './update-queue.ts'

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
  /** Ends the waiting call with 401. */
  revoke(): void
  isWaiting(): boolean
}

interface WaitingCall {
  limit: number
  finish(updates: Update[]): void
  fail(error: Error): void
}

const OTHER_POLLER = 'other getUpdates request; make sure that only one bot instance is running'

export function createLongPoll(queue: UpdateQueue, clock: Clock, changed: () => void): LongPoll {
  let waiting: WaitingCall | undefined
  let wakeIsPlanned = false

  const answerWaiting = () => {
    wakeIsPlanned = false
    const call = waiting
    const updates = call ? queue.take(call.limit) : []
    if (updates.length === 0) return
    waiting = undefined
    call?.finish(updates)
  }
  const terminate = (by: string) => waiting?.fail(conflict(`terminated by ${by}`))
  return {
    async get(request) {
      terminate(OTHER_POLLER)
      queue.confirm(request.offset)
      const updates = queue.take(request.limit)
      if (updates.length > 0 || request.timeoutMs <= 0 || request.signal.aborted) return updates
      const { call, answer } = waitForAnswer(clock, request)
      waiting = call
      changed()
      return answer.finally(() => {
        if (waiting === call) waiting = undefined
        changed()
      })
    },
    wake() {
      if (wakeIsPlanned || !waiting) return
      // A tick later, so that the parts of an album sent together arrive in one batch.
      wakeIsPlanned = true
      queueMicrotask(answerWaiting)
    },
    terminate,
    revoke: () => waiting?.fail(new BotApiError(401, 'Unauthorized')),
    isWaiting: () => waiting !== undefined,
  }
}

/** A call that ends when it is told to, when its time is over, or when the caller hangs up. */
function waitForAnswer(
  clock: Clock,
  { limit, timeoutMs, signal }: PollRequest,
): { call: WaitingCall; answer: Promise<Update[]> } {
  let resolve: (updates: Update[]) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const settled = new Promise<Update[]>((onResolved, onRejected) => {
    resolve = onResolved
    reject = onRejected
  })
  const giveUp = () => resolve([])
  const cancelTimer = clock.setTimer(timeoutMs, giveUp)
  signal.addEventListener('abort', giveUp)
  const answer = settled.finally(() => {
    cancelTimer()
    signal.removeEventListener('abort', giveUp)
  })
  return { call: { limit, finish: resolve, fail: reject }, answer }
}
