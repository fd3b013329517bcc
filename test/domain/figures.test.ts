import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FiguredTicket,
  isPromiseKept,
  median,
  percentile,
  sumUpRatings,
  sumUpTimes,
} from '../../src/domain/figures.ts'
import { sumUpFigures } from '../../src/domain/sum-up-figures.ts'
import { aTicket } from './builders.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const zone = 'Europe/Moscow'
/** Monday to Sunday, in Moscow. */
const period = { from: new Date('2026-11-15T21:00:00Z'), to: new Date('2026-11-22T21:00:00Z') }
const now = new Date('2026-11-23T06:00:00Z')
const noon = (day: number) => new Date(`2026-11-${day}T09:00:00Z`)
const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms)

function filed(day: number, init: Partial<FiguredTicket> = {}): FiguredTicket {
  const createdAt = init.createdAt ?? noon(day)
  return aTicket({ createdAt, promisedAt: later(createdAt, 24 * HOUR), ...init })
}

function sumUp(tickets: readonly FiguredTicket[], more: Partial<Parameters<typeof sumUpFigures>[0]> = {}) {
  const none = { scores: [], selfHelp: { helped: 0, wentOn: 0 } }
  const sum = sumUpFigures({ period, timeZone: zone, now, ...none, ...more })
  for (const ticket of tickets) sum.add(ticket)
  return sum.end()
}

describe('a week of a small shop', () => {
  const figures = sumUp(
    [
      filed(16, {
        assigneeId: 'maria',
        firstReplyAt: later(noon(16), 10 * MINUTE),
        resolvedAt: later(noon(16), 2 * HOUR),
      }),
      filed(16, { assigneeId: 'maria', firstReplyAt: later(noon(16), 30 * MINUTE) }),
      filed(18, {
        categoryId: 'payment',
        assigneeId: 'oleg',
        firstReplyAt: later(noon(18), 25 * HOUR),
        resolvedAt: later(noon(18), 26 * HOUR),
      }),
      // Nobody has answered it.
      filed(20),
      // Not due yet: promised for Monday noon.
      filed(22, { promisedAt: later(now, HOUR) }),
    ],
    {
      scores: [
        { agentId: 'maria', score: 5, count: 3 },
        { agentId: 'vera', score: 2, count: 1 },
      ],
      selfHelp: { helped: 4, wentOn: 6 },
    },
  )

  test('is counted by day, empty days as well, and by category, the most frequent first', () => {
    const counts = figures.days.map(({ day, byCategory }) => [day.slice(-2), Object.fromEntries(byCategory)])
    expect(Object.fromEntries(counts)).toEqual({
      16: { delivery: 2 },
      17: {},
      18: { payment: 1 },
      19: {},
      20: { delivery: 1 },
      21: {},
      22: { delivery: 1 },
    })
    expect(figures.categories).toEqual([
      { categoryId: 'delivery', tickets: 4 },
      { categoryId: 'payment', tickets: 1 },
    ])
    expect([figures.tickets, figures.resolved]).toEqual([5, 2])
  })

  test('tells how long people waited, from the filing on', () => {
    expect(figures.firstReply).toEqual({ count: 3, median: 30 * MINUTE, p90: 25 * HOUR })
    expect(figures.resolution).toEqual({ count: 2, median: 14 * HOUR, p90: 26 * HOUR })
  })

  test('tells what was kept of what is due', () => {
    expect(figures.kept).toEqual({ kept: 2, due: 4 })
  })

  test('tells of each agent, also of one who was only rated', () => {
    expect(figures.agents).toEqual([
      {
        agentId: 'maria',
        tickets: 2,
        firstReply: { count: 2, median: 20 * MINUTE, p90: 30 * MINUTE },
        kept: { kept: 2, due: 2 },
        ratings: { count: 3, mean: 5 },
      },
      {
        agentId: 'oleg',
        tickets: 1,
        firstReply: { count: 1, median: 25 * HOUR, p90: 25 * HOUR },
        kept: { kept: 0, due: 1 },
        ratings: null,
      },
      {
        agentId: 'vera',
        tickets: 0,
        firstReply: null,
        kept: { kept: 0, due: 0 },
        ratings: { count: 1, mean: 2 },
      },
    ])
    expect(figures.ratings).toMatchObject({ count: 4, mean: 4.25 })
    expect(figures.selfHelp).toEqual({ helped: 4, wentOn: 6 })
  })

  test('puts a ticket of half past midnight in the shop on that day of the shop’s', () => {
    const { days } = sumUp([filed(17, { createdAt: new Date('2026-11-16T21:30:00Z') })])
    expect(days.find(({ byCategory }) => byCategory.size > 0)?.day).toBe('2026-11-17')
  })
})

test('of nothing there is nothing to tell', () => {
  expect(sumUp([])).toMatchObject({
    ...{ tickets: 0, firstReply: null, resolution: null, kept: { kept: 0, due: 0 }, ratings: null },
    ...{ categories: [], agents: [] },
  })
  expect([sumUpTimes([]), sumUpRatings([])]).toEqual([null, null])
  expect(() => percentile([], 90)).toThrow(RangeError)
  expect(() => median([])).toThrow(RangeError)
})

describe('a promise', () => {
  const promisedAt = later(noon(16), 24 * HOUR)
  const onTime = promisedAt
  const late = later(promisedAt, 1)
  test.each([
    ['answered at the last moment', { firstReplyAt: onTime }, true],
    ['answered a moment later', { firstReplyAt: late }, false],
    ['resolved in time without a word', { resolvedAt: onTime }, true],
    ['resolved in time, and answered later', { resolvedAt: onTime, firstReplyAt: late }, true],
    ['not answered', {}, false],
    ['withdrawn before it was due', { endedAt: onTime }, null],
    ['withdrawn after it was broken', { endedAt: late }, false],
  ] as const)('of a ticket %s', (_, init, kept) => {
    expect(isPromiseKept(filed(16, { promisedAt, ...init }), now)).toBe(kept)
  })

  test('that is not due yet is neither kept nor broken, and kept once it is answered', () => {
    const ticket = filed(22, { promisedAt: later(now, 1) })
    expect(isPromiseKept(ticket, now)).toBeNull()
    expect(isPromiseKept({ ...ticket, firstReplyAt: now }, now)).toBe(true)
  })
})

test('a percentile is the smallest value that so many do not exceed, whatever the order', () => {
  const times = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 100 }), (values, percent) => {
      const share = (limit: number) => values.filter((value) => value <= limit).length / values.length
      const naive = values.filter((value) => share(value) * 100 >= percent - 1e-9)
      const sorted = [...values].sort((one, other) => one - other)
      expect(percentile(sorted, percent)).toBe(Math.min(...naive))
    }),
  )
})

test('half of the values lie on either side of the median, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (values) => {
      const times = sumUpTimes(values)
      const middle = times?.median ?? -1
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(sumUpTimes(values.toReversed())).toEqual(times)
      expect(times?.p90).toBeGreaterThanOrEqual(middle)
    }),
  )
})
