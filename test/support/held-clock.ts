import { createShiftingClock, type ShiftingClock } from './shifting-clock.ts'

export interface HeldClock extends ShiftingClock {
  /** It stands still from now on, so that a slow machine changes nothing in what is close together. */
  hold(): void
  /** It goes on, `ms` later. */
  release(ms: number): void
}

export function createHeldClock(): HeldClock {
  const passing = createShiftingClock()
  let heldAt: Date | null = null
  return {
    ...passing,
    now: () => heldAt ?? passing.now(),
    hold() {
      heldAt = passing.now()
    },
    release(ms) {
      // What has passed meanwhile does not count.
      const passed = passing.now().getTime() - (heldAt ?? passing.now()).getTime()
      heldAt = null
      passing.leap(ms - passed)
    },
  }
}
