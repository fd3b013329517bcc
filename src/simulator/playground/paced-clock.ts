import { type Clock, realClock } from '../clock.ts'

/** What a clock shows now, milliseconds since the epoch, and how many of them pass in a real one. */
export interface Pace {
  now: number
  speed: number
}

/** A clock that runs faster or slower than a real one, and jumps. */
export interface PacedClock extends Clock {
  pace(): Pace
  /** @param speed 0.1 to 3,600 times as fast as a real one. @throws RangeError */
  setSpeed(speed: number): void
  /** Jumps ahead. @throws RangeError for a jump back. */
  leap(ms: number): void
  /** Shows from now on what another clock shows, as its `onChange` tells it. */
  follow(pace: Pace): void
  /** Tells of every change but the passing of time. @returns stops listening. */
  onChange(listener: (pace: Pace) => void): () => void
}

export interface PacedClockOptions {
  /** What the pace is measured by. */
  real?: Clock
  speed?: number
  /** Milliseconds since the epoch; the real time by default. */
  start?: number
}

export const SLOWEST = 0.1
export const FASTEST = 3_600
/** The longest a timer of Node's waits, milliseconds. */
const LONGEST_WAIT_MS = 2 ** 31 - 1
/** Less than this is a matter of rounding, real milliseconds. */
const SLACK_MS = 0.001

interface Timer {
  due: number
  fire: () => void
  cancel: () => void
}

export function createPacedClock(options: PacedClockOptions = {}): PacedClock {
  const { real = realClock, speed = 1 } = options
  let anchor = { real: real.now(), now: options.start ?? real.now(), speed: checkSpeed(speed) }
  const timers = new Set<Timer>()
  const listeners = new Set<(pace: Pace) => void>()
  const exactNow = () => anchor.now + (real.now() - anchor.real) * anchor.speed
  const pace = () => ({ now: Math.floor(exactNow()), speed: anchor.speed })
  const realMsUntil = (due: number) => (due - exactNow()) / anchor.speed

  const fireOrWait = (timer: Timer) => {
    if (realMsUntil(timer.due) > SLACK_MS) return arm(timer)
    timers.delete(timer)
    timer.fire()
  }
  const arm = (timer: Timer) => {
    const waitMs = Math.ceil(realMsUntil(timer.due) - SLACK_MS)
    timer.cancel = real.setTimer(Math.min(Math.max(0, waitMs), LONGEST_WAIT_MS), () => fireOrWait(timer))
  }
  const change = (now: number, nextSpeed: number) => {
    anchor = { real: real.now(), now, speed: nextSpeed }
    // In the order they fall due, since those already due all fire after the same wait.
    for (const timer of [...timers].sort((a, b) => a.due - b.due)) {
      timer.cancel()
      arm(timer)
    }
    for (const listener of listeners) listener(pace())
  }
  return {
    // A bot would ask for updates without a pause if a long poll were over in milliseconds.
    network: real,
    now: () => pace().now,
    setTimer(ms, fire) {
      const timer: Timer = { due: exactNow() + Math.max(0, ms), fire, cancel: () => {} }
      timers.add(timer)
      arm(timer)
      return () => {
        timers.delete(timer)
        timer.cancel()
      }
    },
    pace,
    setSpeed: (next) => change(exactNow(), checkSpeed(next)),
    leap(ms) {
      if (!(ms >= 0)) throw new RangeError(`a clock cannot jump by ${ms} ms`)
      change(exactNow() + ms, anchor.speed)
    },
    follow: ({ now, speed: next }) => change(now, checkSpeed(next)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Whether the pace of a clock can be changed. */
export function isPaced(clock: Clock): clock is PacedClock {
  return 'setSpeed' in clock && 'leap' in clock
}

function checkSpeed(speed: number): number {
  if (speed >= SLOWEST && speed <= FASTEST) return speed
  throw new RangeError(`a clock runs ${SLOWEST} to ${FASTEST} times as fast as a real one, not ${speed}`)
}
