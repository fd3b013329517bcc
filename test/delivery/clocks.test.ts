import { describe, expect, test } from 'vitest'
import { createSharedClock } from '../../src/delivery/shared-clock.ts'
import { createWatch } from '../../src/delivery/system-clock.ts'
import { createDrivenClock } from '../support/driven-clock.ts'

const MINUTE_MS = 60_000

describe('the clock that several machines share', () => {
  test('is followed by a machine whose own is wrong, and may be wrong by the time the question took', () => {
    const machine = createDrivenClock()
    const shared = createSharedClock(machine)
    const truth = (ms: number) => new Date(machine.now().getTime() + ms)
    expect(shared.learn(truth(5 * MINUTE_MS), 20)).toBe(5 * MINUTE_MS + 10)
    expect(shared.now()).toEqual(truth(5 * MINUTE_MS + 10))
    expect(shared.learn(truth(-MINUTE_MS), 0)).toBe(-MINUTE_MS)
    expect(shared.now()).toEqual(truth(-MINUTE_MS))
  })

  test('is not chased for what a slow answer may have added', () => {
    const machine = createDrivenClock()
    const shared = createSharedClock(machine)
    expect(shared.learn(new Date(machine.now().getTime() + 90), 10)).toBe(0)
    expect(shared.learn(new Date(machine.now().getTime() - 2_000), 4_000)).toBe(0)
  })
})

describe('a watch', () => {
  const aWatch = () => {
    const clocks = { steady: 1_000, timeOfDay: 5_000_000 }
    const watch = createWatch(
      () => clocks.steady,
      () => clocks.timeOfDay,
    )
    const pass = (steady: number, timeOfDay: number) => {
      clocks.steady += steady
      clocks.timeOfDay += timeOfDay
      return watch()
    }
    return pass
  }

  test('counts what the machine slept through', () => {
    const pass = aWatch()
    expect(pass(1_000, 1_001)).toBe(1_000)
    expect(pass(10, MINUTE_MS)).toBeCloseTo(MINUTE_MS + 1_001)
    expect(pass(1_000, 1_000)).toBeCloseTo(MINUTE_MS + 2_001)
  })

  test('never goes back when the time of day is set back', () => {
    const pass = aWatch()
    expect(pass(1_000, -MINUTE_MS)).toBe(1_000)
    expect(pass(1_000, 1_000)).toBe(2_000)
  })
})
