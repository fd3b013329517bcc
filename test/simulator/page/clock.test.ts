import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAP_UNITS, leapLength, longestLeap } from '../../../src/simulator/page/panels/leap-lengths.ts'
import { MAX_POSITION, positionOf, speedAt } from '../../../src/simulator/page/panels/speeds.ts'
import { worldTime } from '../../../src/simulator/page/store/world-time.ts'
import { leapMs } from '../../../src/simulator/playground/acts/act-parts.ts'

test('the slider goes from as fast as a real clock to an hour a second', () => {
  expect(speedAt(0)).toBe(1)
  expect(speedAt(MAX_POSITION)).toBe(3600)
  expect(positionOf(0.1)).toBe(0)
  // Near a speed that says something it rests on it.
  expect(speedAt(69.5)).toBe(300)
})

test('a speed that the slider gives stands where it was chosen', () => {
  const positions = fc.double({ min: 0, max: MAX_POSITION, noNaN: true })
  fc.assert(
    fc.property(positions, (position) => {
      expect(Math.abs(positionOf(speedAt(position)) - position)).toBeLessThan(1)
    }),
  )
})

test('further to the right is never slower', () => {
  const speeds = Array.from({ length: 201 }, (_, index) => speedAt(index / 2))
  expect(speeds).toEqual([...speeds].sort((a, b) => a - b))
})

test('the time told goes on at its speed, and never backwards', () => {
  expect(worldTime({ now: 1000, speed: 60 }, 500)).toBe(31_000)
  expect(worldTime({ now: 1000, speed: 60 }, -5)).toBe(1000)
})

test('a leap is as long as was asked for, and the longest is one the server takes', () => {
  expect(leapLength(90, 'minute')).toBe(leapLength(1.5, 'hour'))
  expect(leapLength(2, 'day')).toBe(2 * 24 * 60 * 60 * 1000)
  for (const unit of LEAP_UNITS) {
    const longest = leapMs.safeParse(leapLength(longestLeap(unit), unit))
    expect(longest.success).toBe(true)
    expect(leapMs.safeParse(leapLength(longestLeap(unit) + 1, unit)).success).toBe(false)
  }
})
