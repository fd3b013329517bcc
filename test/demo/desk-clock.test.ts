import { expect, test } from 'vitest'
import { createDeskClock } from '../../src/demo/desk-clock.ts'
import { createDrivenClock } from '../../src/simulator/clock.ts'

const START = Date.UTC(2026, 10, 24, 9)
const SECOND = 1_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR

function aClock(speed: number) {
  const real = createDrivenClock()
  const clock = createDeskClock({ now: START, speed }, real)
  const fired: string[] = []
  const later = (name: string, ms: number) => clock.setTimer(ms, () => fired.push(name))
  return { real, clock, fired, later }
}

test('at the ordinary speed time passes as the machine’s does, only at another moment', () => {
  const { real, clock, fired, later } = aClock(1)
  later('second', SECOND)
  later('day', DAY)
  real.advance(SECOND - 1)
  expect(fired).toEqual([])
  real.advance(1)
  expect(fired).toEqual(['second'])
  expect(clock.now().getTime()).toBe(START + SECOND)
  real.advance(DAY)
  expect(fired).toEqual(['second', 'day'])
})

test('when time runs faster, what is far off comes sooner', () => {
  const { real, clock, fired, later } = aClock(3_600)
  later('hours', 6 * HOUR)
  real.advance(6 * SECOND - 1)
  expect(fired).toEqual([])
  real.advance(1)
  expect(fired).toEqual(['hours'])
  expect(clock.now().getTime()).toBe(START + 6 * HOUR)
})

test('however fast it runs, the limit of a call leaves a server time to answer', () => {
  const { real, fired, later } = aClock(3_600)
  later('call', 30 * SECOND)
  later('soon', 3 * SECOND)
  real.advance(299)
  expect(fired).toEqual([])
  real.advance(1)
  expect(fired).toEqual(['soon'])
  real.advance(699)
  expect(fired).toEqual(['soon'])
  real.advance(1)
  expect(fired).toEqual(['soon', 'call'])
})

test('after a jump all that it made due comes within a second, and nothing else', () => {
  const { real, clock, fired, later } = aClock(1)
  later('call', 30 * SECOND)
  later('days', 3 * DAY)
  later('weeks', 14 * DAY)
  real.advance(20 * SECOND)
  clock.follow({ now: START + 7 * DAY, speed: 1 })
  expect(clock.now().getTime()).toBe(START + 7 * DAY)
  real.advance(999)
  expect(fired).toEqual([])
  real.advance(1)
  expect(fired.sort()).toEqual(['call', 'days'])
})

test('a cancelled timer stays silent, also after a jump', () => {
  const { real, clock, fired, later } = aClock(60)
  const cancel = later('cancelled', HOUR)
  cancel()
  clock.follow({ now: START + DAY, speed: 60 })
  real.advance(DAY)
  expect(fired).toEqual([])
})
