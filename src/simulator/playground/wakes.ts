import type { World } from '../state/world.ts'
import { chatActionsEndAt, type TapViews } from './views/fleeting-views.ts'

export interface Wakes {
  /** Calls `wake` when the next of what is shown ends; forgets earlier plans. */
  plan(): void
  cancel(): void
}

/** Some of what is shown ends without anybody doing anything. */
export function createWakes(world: World, taps: TapViews, wake: () => void): Wakes {
  const { clock } = world
  let cancel = () => {}
  return {
    plan() {
      cancel()
      const ends = [taps.waitsEndAt(), chatActionsEndAt(world)].filter((at) => at !== undefined)
      const waitMs = Math.min(...ends) - clock.now()
      const cancelClock = ends.length > 0 ? clock.setTimer(waitMs, wake) : () => {}
      const answersEndAt = taps.answersEndAt()
      const timer = answersEndAt && setTimeout(wake, answersEndAt - performance.now()).unref()
      cancel = () => {
        cancelClock()
        clearTimeout(timer)
      }
    },
    cancel: () => cancel(),
  }
}
