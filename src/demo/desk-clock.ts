import type { Clock } from '../delivery/ports.ts'
import { type Clock as RealTime, realClock } from '../simulator/clock.ts'
import { createPacedClock, type Pace } from '../simulator/playground/paced-clock.ts'

export interface DeskClock extends Clock {
  /** From now on time passes like this; what it brings is due as soon as it has come. */
  follow(pace: Pace): void
}

/**
 * However fast time runs, a timer takes a tenth of its length in real time, or a second of it, also after each jump: the limit of a
 * call must not be over before a server on the same machine could answer, and what is looked after once a minute must not keep the
 * processor busy. At the ordinary speed this changes nothing.
 */
const LEAST_SHARE = 0.1
const LEAST_MS = 1_000

/** The clock of a bot that lives in the time of a playground. At speed 1 it is the machine's own, set to another moment. */
export function createDeskClock(pace: Pace, real: RealTime = realClock): DeskClock {
  const paced = createPacedClock({ real, start: pace.now, speed: pace.speed })
  const restarts = new Set<() => void>()
  return {
    now: () => new Date(paced.now()),
    setTimer(ms, fire) {
      let isDue = false
      let hasLasted = false
      let cancelLeast = () => {}
      const end = () => {
        if (!isDue || !hasLasted) return
        restarts.delete(restart)
        fire()
      }
      const restart = () => {
        hasLasted = false
        cancelLeast()
        cancelLeast = real.setTimer(Math.min(ms * LEAST_SHARE, LEAST_MS), () => {
          hasLasted = true
          end()
        })
      }
      const cancelDue = paced.setTimer(ms, () => {
        isDue = true
        end()
      })
      restarts.add(restart)
      restart()
      return () => {
        cancelDue()
        cancelLeast()
        restarts.delete(restart)
      }
    },
    follow(next) {
      // Before anything falls due by it.
      for (const restart of restarts) restart()
      paced.follow(next)
    },
  }
}
