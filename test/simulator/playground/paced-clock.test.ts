import { expect, test } from 'vitest'
import { createDrivenClock } from '../../../src/simulator/clock.ts'
import { createPacedClock, type Pace } from '../../../src/simulator/playground/paced-clock.ts'

const START = Date.UTC(2026, 0, 12, 9)

function startClock(speed = 1) {
  const real = createDrivenClock()
  const clock = createPacedClock({ real, speed, start: START })
  const passed = () => clock.now() - START
  const fired: [string, number][] = []
  const ring = (name: string, ms: number) => clock.setTimer(ms, () => fired.push([name, passed()]))
  return { real, clock, passed, fired, ring }
}

test('time passes as many times as fast as it is told to', () => {
  const { real, clock, passed } = startClock(10)
  real.advance(100)
  expect(passed()).toBe(1_000)
  clock.setSpeed(0.1)
  real.advance(1_000)
  expect(passed()).toBe(1_100)
  clock.setSpeed(3_600)
  real.advance(1_000)
  expect(passed()).toBe(1_100 + 3_600_000)
})

test('a timer fires at its time, however the speed changes before', () => {
  const { real, clock, fired, ring } = startClock()
  ring('a', 10_000)
  real.advance(4_000)
  clock.setSpeed(60)
  real.advance(99)
  expect(fired).toEqual([])
  real.advance(1)
  expect(fired).toEqual([['a', 10_000]])
  ring('b', 60)
  clock.setSpeed(0.1)
  real.advance(599)
  expect(fired).toHaveLength(1)
  real.advance(1)
  expect(fired.at(-1)?.[0]).toBe('b')
  real.advance(1_000_000)
  expect(fired).toHaveLength(2)
})

test('a leap fires what fell due in between, in the order it did, and nothing else', () => {
  const { real, clock, fired, ring } = startClock()
  ring('late', 30_000)
  ring('early', 20_000)
  ring('later', 60_001)
  clock.leap(60_000)
  real.advance(0)
  expect(fired).toEqual([
    ['early', 60_000],
    ['late', 60_000],
  ])
  real.advance(1)
  expect(fired.at(-1)).toEqual(['later', 60_001])
})

test('a cancelled timer stays silent through changes of the pace', () => {
  const { real, clock, fired, ring } = startClock()
  const cancel = ring('a', 1_000)
  clock.setSpeed(2)
  cancel()
  clock.leap(5_000)
  real.advance(10_000)
  expect(fired).toEqual([])
})

test('a timer may wait longer than a real one can', () => {
  const { real, fired, ring } = startClock(0.1)
  const days = 24 * 60 * 60 * 1000
  ring('a', 5 * days)
  real.advance(50 * days - 1)
  expect(fired).toEqual([])
  real.advance(1)
  expect(fired).toEqual([['a', 5 * days]])
})

test('whoever listens can follow', () => {
  const { real, clock } = startClock()
  const follower = createPacedClock({ real })
  const told: Pace[] = []
  const stop = clock.onChange((pace) => {
    told.push(pace)
    follower.follow(pace)
  })
  clock.setSpeed(60)
  clock.leap(1_000)
  real.advance(500)
  expect(told).toEqual([
    { now: START, speed: 60 },
    { now: START + 1_000, speed: 60 },
  ])
  expect(follower.pace()).toEqual(clock.pace())
  stop()
  clock.setSpeed(1)
  expect(told).toHaveLength(2)
})

test.each([0, 0.09, 3_601, Number.NaN])('a speed of %d is refused', (speed) => {
  const { clock } = startClock()
  expect(() => clock.setSpeed(speed)).toThrow(RangeError)
})

test('time does not go back', () => {
  const { clock } = startClock()
  expect(() => clock.leap(-1)).toThrow(RangeError)
})
