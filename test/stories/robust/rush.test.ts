import { expect, test } from 'vitest'
import { openDayRun } from '../../support/day-run.ts'
import { readGroup } from '../../support/group-actions.ts'
import { startRush } from '../../support/rush.ts'

const MINUTE_MS = 60_000
const TICKETS = 24

test('a rush: Telegram refuses nothing, the urgent ticket is seen at once, and all the others come whole, at least eighteen in the first minute', async () => {
  const { clock, stage, end } = await openDayRun(1)
  const { sim, group } = stage
  const people = { now: () => clock.now().getTime(), setTimer: clock.setTimer }
  const filed = startRush(sim, people, TICKETS, 12_000)
  await clock.advance(2.5 * MINUTE_MS)
  const markers = filed.map(({ marker }) => marker)
  const { actions, wholeAt } = readGroup(sim.calls, group.id, markers)
  expect(sim.floodRefusals()).toBe(0)
  expect([...wholeAt.keys()].sort()).toEqual([...markers].sort())

  const waits = filed.map(({ filedAt, confirmedAt }) => (confirmedAt ?? Number.NaN) - (filedAt ?? 0))
  expect(Math.max(...waits), 'the longest wait for a confirmation').toBeLessThanOrEqual(2_000)
  const urgent = filed.find(({ isUrgent }) => isUrgent)
  const askedAt = urgent?.filedAt ?? 0
  const seenAt = wholeAt.get(urgent?.marker ?? '') ?? Number.NaN
  expect(seenAt - askedAt, 'the urgent ticket waits').toBeLessThan(2_000)
  expect([...wholeAt.values()].filter((at) => at > askedAt && at < seenAt)).toEqual([])

  const first = Math.min(...filed.map(({ filedAt }) => filedAt ?? Number.NaN))
  const inMinute = (n: number) =>
    [...wholeAt.values()].filter((at) => Math.floor((at - first) / MINUTE_MS) === n).length
  // Eighteen or nineteen: it depends on whether the last one comes just before the minute is over.
  expect(inMinute(0)).toBeGreaterThanOrEqual(18)
  expect(inMinute(0) + inMinute(1)).toBe(TICKETS)
  // One action each. The first has a topic besides, unless the queue was long before its card was due.
  const topics = actions.filter(({ what }) => what === 'createForumTopic').length
  expect(topics).toBeLessThanOrEqual(1)
  const cost = actions.reduce((sum, action) => sum + action.cost, 0)
  expect(cost).toBe(TICKETS + topics)
  await end()
}, 240_000)
