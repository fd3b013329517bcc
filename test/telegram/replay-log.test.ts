import { expect, test } from 'vitest'
import type { DeskUnit } from '../../src/telegram/context.ts'
import {
  fetchReplayLog,
  type OutsideLogs,
  type ReplayLog,
  replayLogInDatabase,
  type StampedLog,
} from '../../src/telegram/replay-logs/replay-log.ts'

const KEY = 'private:1'

/** The row and the place outside; each update is a unit that is committed at its end. */
function openPlaces() {
  const rows = new Map<string, string>()
  const outside = new Map<string, StampedLog>()
  let asked = 0
  let stamp = 0
  const unit = {
    conversations: {
      read: (key: string) => Promise.resolve(rows.get(key) ?? null),
      write: (key: string, value: string) => void rows.set(key, value),
      remove: (key: string) => void rows.delete(key),
    },
  } as unknown as DeskUnit
  const logs: OutsideLogs = {
    read: (key, wanted) => {
      asked += 1
      const found = outside.get(key)
      return Promise.resolve(found?.stamp === wanted ? found.log : null)
    },
    takes: (_, { log }) => log.length < 10,
    keep: (key, log) => void (log === null ? outside.delete(key) : outside.set(key, log)),
    stop: () => Promise.resolve(),
  }
  const ids = {
    next: () => {
      stamp += 1
      return `stamp-${stamp}`
    },
    randomBelow: () => 0,
  }
  const update = async (log: ReplayLog, work: (log: ReplayLog) => void = () => undefined) => {
    const read = await log.read()
    work(log)
    log.afterCommit()
    return read
  }
  return {
    rows,
    outside,
    asked: () => asked,
    freely: async (work?: (log: ReplayLog) => void) =>
      update(await fetchReplayLog({ logs, ids }, unit, KEY), work),
    inDatabase: (work?: (log: ReplayLog) => void) => update(replayLogInDatabase(unit, KEY), work),
  }
}

test('nobody is asked where the database knows of no log', async () => {
  const { freely, asked } = openPlaces()
  expect(await freely()).toBeNull()
  expect(asked()).toBe(0)
})

test('a log is kept outside under a stamp that is new each time, and not once more while it says the same', async () => {
  const { freely, rows, outside } = openPlaces()
  await freely((log) => log.write('{}'))
  expect(rows.get(KEY)).toBe('{"outside":"stamp-1"}')
  expect(await freely((log) => log.write('{}'))).toBe('{}')
  expect(rows.get(KEY)).toBe('{"outside":"stamp-1"}')
  await freely((log) => log.write('{"a":1}'))
  expect(outside.get(KEY)).toEqual({ stamp: 'stamp-2', log: '{"a":1}' })
  await freely((log) => log.remove())
  expect([rows.size, outside.size]).toEqual([0, 0])
})

test('a log that was not there once counts no more when it turns up', async () => {
  const { freely, rows, outside } = openPlaces()
  await freely((log) => log.write('{}'))
  const late = outside.get(KEY)
  outside.clear()
  expect(await freely()).toBeNull()
  if (late !== undefined) outside.set(KEY, late)
  expect(await freely()).toBeNull()
  expect(rows.size).toBe(0)
})

test('a log too large leaves no mark, and the one that was there is deleted', async () => {
  const { freely, rows, outside } = openPlaces()
  await freely((log) => log.write('{}'))
  await freely((log) => log.write('{"long":"far too long"}'))
  expect([rows.size, outside.size]).toEqual([0, 0])
})

test('what is in the database is used after a change to the free storage', async () => {
  const { freely, inDatabase, asked } = openPlaces()
  await inDatabase((log) => log.write('{}'))
  expect(await freely()).toBe('{}')
  expect(asked()).toBe(0)
})

test('what is outside counts no more after a change to the database, nor after a change back', async () => {
  const { freely, inDatabase, rows } = openPlaces()
  await freely((log) => log.write('{}'))
  expect(await inDatabase()).toBeNull()
  expect(rows.size).toBe(0)
  expect(await freely()).toBeNull()
})
