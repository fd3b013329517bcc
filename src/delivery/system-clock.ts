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

/** The two clocks may drift apart by so much before one of them is believed to have stood still. Milliseconds. */
const DRIFT_MS = 200

/**
 * A watch that goes on whatever happens: the returned function gives the ms since it was made. Node's own watch cannot be set
 * back, but stands still while the machine sleeps; the time of day then shows what passed.
 */
export function createWatch(
  steady: () => number = () => performance.now(),
  timeOfDay: () => number = () => Date.now(),
): () => number {
  const begun = { steady: steady(), timeOfDay: timeOfDay() }
  let slept = 0
  return () => {
    const passed = steady() - begun.steady
    const behind = timeOfDay() - begun.timeOfDay - passed
    if (behind > slept + DRIFT_MS) slept = behind
    return passed + slept
  }
}
