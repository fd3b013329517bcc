import type { Clock } from './ports.ts'

/** Node's longest timer; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The machine's own clock. */
export function createSystemClock(): Clock {
  return {
    now: () => new Date(),
    setTimer: (ms, fn) => {
      const timer = setTimeout(fn, Math.min(Math.max(0, ms), LONGEST_TIMER_MS))
      return () => clearTimeout(timer)
    },
  }
}
