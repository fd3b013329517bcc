import type { Clock } from './ports.ts'

export interface SharedClock extends Clock {
  /** What the clock that all share said in answer to a question that took `tookMs`. @returns how far this machine's is behind it, in ms */
  learn(now: Date, tookMs: number): number
}

/** Below this the clocks count as the same. Milliseconds. */
const CLOSE_MS = 100

/**
 * This machine's clock, corrected to the one that several machines share. Who was late by a minute would let others wait that
 * long for what it postponed, and count their messages to a group into another minute.
 */
export function createSharedClock(machine: Clock): SharedClock {
  let behind = 0
  return {
    now: () => new Date(machine.now().getTime() + behind),
    setTimer: machine.setTimer,
    learn(now, tookMs) {
      const seen = now.getTime() + tookMs / 2 - machine.now().getTime()
      if (Math.abs(seen - behind) > CLOSE_MS + tookMs / 2) behind = Math.round(seen)
      return behind
    },
  }
}
