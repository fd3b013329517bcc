export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls `fire` once after `ms`; the result cancels it. */
  setTimer(ms: number, fire: () => void): () => void
  /** What a connection that waits is measured by; the clock itself by default. */
  network?: Clock
}

export interface DrivenClock extends Clock {
  /** Moves time on by `ms`, firing what falls due in order of its time. */
  advance(ms: number): void
}

export const realClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, fire) {
    const timer = setTimeout(fire, ms)
    return () => clearTimeout(timer)
  },
}

/** A clock that moves only when told to. @param start milliseconds since the epoch. */
export function createDrivenClock(start = Date.UTC(2026, 0, 12, 9)): DrivenClock {
  let now = start
  const timers = new Set<{ due: number; fire: () => void }>()
  const nextDueBy = (end: number) => {
    let next: { due: number; fire: () => void } | undefined
    for (const timer of timers) {
      if (timer.due <= end && (next === undefined || timer.due < next.due)) next = timer
    }
    return next
  }
  return {
    now: () => now,
    setTimer(ms, fire) {
      const timer = { due: now + Math.max(0, ms), fire }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(ms) {
      const end = now + ms
      for (let timer = nextDueBy(end); timer !== undefined; timer = nextDueBy(end)) {
        timers.delete(timer)
        now = timer.due
        timer.fire()
      }
      now = end
    },
  }
}
