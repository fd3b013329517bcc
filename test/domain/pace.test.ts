import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countMessage,
  countScreen,
  gatherUntil,
  MESSAGE_PACE,
  nextTicketAt,
  type Pace,
  type PaceVerdict,
  TICKETS_AN_HOUR,
} from '../../src/domain/pace.ts'
import { NOW } from './builders.ts'

const at = (ms: number) => new Date(NOW.getTime() + ms)

/** Verdicts of messages at these moments, in ms. */
function write(moments: readonly number[], albums: readonly (string | null)[] = []): PaceVerdict[] {
  let pace: Pace | null = null
  return moments.map((ms, index) => {
    const counted = countMessage(pace, albums[index] ?? null, at(ms))
    pace = counted.pace
    return counted.verdict
  })
}

const row = (count: number, everyMs: number) => Array.from({ length: count }, (_, index) => index * everyMs)

describe('messages', () => {
  test('ten in a row are within the pace, the eleventh is beyond, and that is said once', () => {
    const verdicts = write(row(14, 100))
    expect(verdicts.slice(0, 10)).toEqual(Array(10).fill('within'))
    expect(verdicts.slice(10)).toEqual(['told-now', 'beyond', 'beyond', 'beyond'])
  })

  test('who writes ten a minute may go on like that for ever', () => {
    expect(new Set(write(row(500, MESSAGE_PACE.perMs)))).toEqual(new Set(['within']))
  })

  test('the parts of an album count as one', () => {
    const parts = Array.from({ length: 10 }, () => 'album')
    expect(new Set(write(row(10, 10), parts))).toEqual(new Set(['within']))
    const before = [...parts, ...Array.from({ length: 9 }, () => null)]
    expect(new Set(write(row(19, 10), before))).toEqual(new Set(['within']))
  })

  test('after a calm minute it is said again', () => {
    const flood = row(12, 10)
    const later = flood.map((ms) => ms + 60_000)
    expect(write([...flood, ...later]).filter((verdict) => verdict === 'told-now')).toHaveLength(2)
  })

  test('no rhythm gets more than the burst and its refill past the pace, not even with a clock set back', () => {
    const gaps = fc.array(fc.integer({ min: -60_000, max: 60_000 }), { maxLength: 80 })
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = 0
        const moments = steps.map((step) => {
          now += step
          return now
        })
        const forward = steps.reduce((sum, step) => sum + Math.max(0, step), 0)
        const within = write(moments).filter((verdict) => verdict === 'within').length
        expect(within).toBeLessThanOrEqual(MESSAGE_PACE.burst + Math.ceil(forward / MESSAGE_PACE.perMs))
      }),
    )
  })
})

test('screens have a pace of their own', () => {
  let pace = countScreen(null, NOW).pace
  for (let count = 0; count < 10; count += 1) pace = countMessage(pace, null, NOW).pace
  expect(countMessage(pace, null, NOW).verdict).toBe('told-now')
  expect(countScreen(pace, NOW).verdict).toBe('within')
})

test('what is gathered within one stretch gets the same moment, always after now', () => {
  const moment = gatherUntil(at(1), 15_000)
  expect(gatherUntil(at(14_999), 15_000)).toEqual(moment)
  expect(gatherUntil(moment, 15_000).getTime()).toBe(moment.getTime() + 15_000)
})

test('one more ticket than an hour holds has to wait until the oldest of them is an hour old', () => {
  const filed = Array.from({ length: TICKETS_AN_HOUR }, (_, index) => at(index * 60_000))
  expect(nextTicketAt(filed.slice(1))).toBeNull()
  expect(nextTicketAt(filed)).toEqual(at(3_600_000))
})
