import type { Clock } from '../../src/delivery/ports.ts'

export interface DrivenClock extends Clock {
  /** Lets `ms` pass: fires what is due in order, and lets the work that it starts come to rest in between. */
  advance(ms: number): Promise<void>
  /** Lets time pass, from timer to timer, until the promise is settled. @throws after `withinMs` of driven time */
  runUntil<T>(promise: Promise<T>, withinMs?: number): Promise<T>
  /** The same object, but the clock stands still while one of its methods has not answered. */
  watch<T extends object>(object: T): T
  /** Lets everything that can happen without time passing happen. */
  settle(): Promise<void>
  readonly timers: number
}

const DAY_MS = 24 * 3_600_000

/**
 * A clock that moves only when it is told to.
 * @param isBusy is there work under way, on the network say, during which time has to stand still?
 */
export function createDrivenClock(
  start = new Date('2026-11-02T09:00:00Z'),
  isBusy: () => boolean = () => false,
): DrivenClock {
  let now = start.getTime()
  let order = 0
  let pending = 0
  let timers: { at: number; order: number; fn: () => void }[] = []

  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (pending > 0 || isBusy()) quiet = -1
    }
  }

  const fireNext = () => {
    const [next] = timers.sort((a, b) => a.at - b.at || a.order - b.order)
    if (!next) throw new Error('Nothing is going to happen any more: no timer is set')
    timers = timers.filter((timer) => timer !== next)
    now = Math.max(now, next.at)
    next.fn()
  }

  const clock: DrivenClock = {
    now: () => new Date(now),
    setTimer: (ms, fn) => {
      order += 1
      const timer = { at: now + Math.max(0, ms), order, fn }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    advance: async (ms) => {
      const end = now + ms
      await settle()
      while (timers.some((timer) => timer.at <= end)) {
        fireNext()
        await settle()
      }
      now = end
    },
    runUntil: async (promise, withinMs = 3 * DAY_MS) => {
      const end = now + withinMs
      let isSettled = false
      const mark = () => {
        isSettled = true
      }
      promise.then(mark, mark)
      for (await settle(); !isSettled; await settle()) {
        fireNext()
        if (now > end) throw new Error(`Not settled within ${withinMs} ms of driven time`)
      }
      return await promise
    },
    watch: (object) => watched(object, (change) => (pending += change)),
    settle,
    get timers() {
      return timers.length
    },
  }
  return clock
}

function watched<T extends object>(object: T, count: (change: number) => void): T {
  return new Proxy(object, {
    get: (target, key, receiver) => {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, args)
        // Prisma's own promises are no instances of the language's.
        if (!isThenable(result)) return result
        count(1)
        return Promise.resolve(result).finally(() => count(-1))
      }
    },
  })
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
