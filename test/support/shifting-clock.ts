import type { Clock } from '../../src/delivery/ports.ts'
import { createSystemClock } from '../../src/delivery/system-clock.ts'

export interface ShiftingClock extends Clock {
  /** From now on it is this much later; timers that run already keep their real time. */
  leap(ms: number): void
}

/** The real clock, except that days can pass in a moment. @param start when it begins; left out: now */
export function createShiftingClock(start?: string): ShiftingClock {
  const real = createSystemClock()
  let ahead = start === undefined ? 0 : new Date(start).getTime() - real.now().getTime()
  return {
    ...real,
    now: () => new Date(real.now().getTime() + ahead),
    leap(ms) {
      ahead += ms
    },
  }
}

export const DAY_MS = 24 * 60 * 60 * 1000
