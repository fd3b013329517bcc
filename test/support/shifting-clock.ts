import type { Clock } from '../../src/delivery/ports.ts'
import { createSystemClock } from '../../src/delivery/system-clock.ts'

export interface ShiftingClock extends Clock {
  /** From now on it is this much later; timers that run already keep their real time. */
  leap(ms: number): void
}

/** The real clock, except that days can pass in a moment. */
export function createShiftingClock(): ShiftingClock {
  const real = createSystemClock()
  let ahead = 0
  return {
    ...real,
    now: () => new Date(real.now().getTime() + ahead),
    leap(ms) {
      ahead += ms
    },
  }
}

export const DAY_MS = 24 * 60 * 60 * 1000
