import type { Clock } from './ports.ts'

export interface PumpOptions {
  readonly clock: Clock
  /** How often to look even when nobody asks, in ms. */
  readonly tickMs: number
  /** Does what there is to do and ends; never runs twice at a time. */
  readonly work: () => Promise<void>
  /** When there will be something to do (ms since 1970); null: not known. */
  readonly alarmAt: () => number | null
  /** Before the work of each tick. */
  readonly tick: () => void
  /** The work threw; the next tick tries again. */
  readonly failed: (error: unknown) => void
}

/** Runs work whenever it is asked to, when an alarm is due, and at each tick. */
export interface Pump {
  readonly running: boolean
  start(): void
  /** Waits for the work in hand. */
  stop(): Promise<void>
  /** There is something to do: works once more, at once or after the work in hand. */
  prime(): void
  /** The same, but lets up to `ms` pass, so that what comes meanwhile is done in one go. */
  primeWithin(ms: number): void
  /** Resolves when `condition` holds after some work, or when stopped. */
  until(condition: () => boolean): Promise<void>
}

export function createPump(options: PumpOptions): Pump {
  const { clock } = options
  let running = false
  let wanted = false
  let hand: Promise<void> | null = null
  let cancelTick = () => {}
  let cancelAlarm = () => {}
  let cancelPrime: (() => void) | null = null
  let waiters: { condition: () => boolean; resolve: () => void }[] = []

  const release = () => {
    const ready = running ? waiters.filter((waiter) => waiter.condition()) : waiters
    waiters = waiters.filter((waiter) => !ready.includes(waiter))
    for (const waiter of ready) waiter.resolve()
  }

  const setAlarm = () => {
    cancelAlarm()
    const at = options.alarmAt()
    if (at !== null) cancelAlarm = clock.setTimer(Math.max(1, at - clock.now().getTime()), prime)
  }

  const run = async () => {
    // So that `hand` is set before it can be cleared.
    await Promise.resolve()
    try {
      while (wanted && running) {
        wanted = false
        await options.work()
      }
      if (running) setAlarm()
    } catch (error) {
      options.failed(error)
    }
    hand = null
    release()
    // Asked again while the waiters were told.
    if (wanted) prime()
  }

  const prime = () => {
    cancelPrime?.()
    cancelPrime = null
    wanted = running
    if (!running) release()
    else if (hand === null) hand = run()
  }

  const tick = () => {
    cancelTick = clock.setTimer(options.tickMs, tick)
    options.tick()
    prime()
  }

  return {
    get running() {
      return running
    },
    start: () => {
      if (running) return
      running = true
      cancelTick = clock.setTimer(options.tickMs, tick)
      prime()
    },
    stop: async () => {
      running = false
      cancelTick()
      cancelAlarm()
      cancelPrime?.()
      cancelPrime = null
      await hand
      release()
    },
    prime,
    primeWithin: (ms) => {
      if (running) cancelPrime ??= clock.setTimer(ms, prime)
    },
    until: (condition) =>
      new Promise((resolve) => {
        waiters.push({ condition, resolve })
        prime()
      }),
  }
}
