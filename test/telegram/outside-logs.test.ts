import { expect, test } from 'vitest'
import type { FreeStorage } from '../../src/telegram/replay-logs/free-storage.ts'
import { createOutsideLogs } from '../../src/telegram/replay-logs/outside-logs.ts'
import { createTestLog } from '../support/test-log.ts'

interface Call {
  readonly what: string
  /** It takes effect and is answered. */
  end(): void
  fail(): void
}

/** A storage whose calls take effect when the test says so. */
function openSlowStorage() {
  const values = new Map<string, unknown>()
  const calls: Call[] = []
  const later = (what: string, effect: () => void) =>
    new Promise<void>((resolve, reject) => {
      calls.push({
        what,
        end: () => {
          effect()
          resolve()
        },
        fail: () => reject(new Error('given up')),
      })
    })
  const storage: FreeStorage = {
    read: (key) => Promise.resolve(values.get(key)),
    write: (key, value) =>
      later(`write ${key} ${(value as { stamp: string }).stamp}`, () => values.set(key, value)),
    remove: (key) => later(`remove ${key}`, () => values.delete(key)),
  }
  return { storage, values, calls }
}

const open = (storage: FreeStorage) => createOutsideLogs(storage, createTestLog())
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('calls for one key go one after the other, only the newest of those that wait; other keys go beside them', async () => {
  const { storage, calls } = openSlowStorage()
  const logs = open(storage)
  logs.keep('a', { stamp: '1', log: 'one' })
  logs.keep('a', { stamp: '2', log: 'two' })
  logs.keep('b', { stamp: '1', log: 'one' })
  logs.keep('a', { stamp: '3', log: 'three' })
  expect(calls.map(({ what }) => what)).toEqual(['write a 1', 'write b 1'])
  calls[0]?.fail()
  await settle()
  expect(calls.map(({ what }) => what)).toEqual(['write a 1', 'write b 1', 'write a 3'])
  logs.keep('a', null)
  calls[2]?.end()
  await settle()
  expect(calls.at(-1)?.what).toBe('remove a')
})

test('what is on its way is known without asking', async () => {
  const { storage, calls } = openSlowStorage()
  const logs = open(storage)
  logs.keep('a', { stamp: '1', log: 'one' })
  expect(await logs.read('a', '1')).toBe('one')
  expect(await logs.read('a', '2')).toBeNull()
  calls[0]?.end()
  await settle()
  expect(await logs.read('a', '1')).toBe('one')
  logs.keep('a', null)
  expect(await logs.read('a', '1')).toBeNull()
})

test('of two processes the one that was given up and lands late spoils nothing: its log is known as another one', async () => {
  const { storage, calls } = openSlowStorage()
  const [first, second] = [open(storage), open(storage)]
  first.keep('a', { stamp: '1', log: 'one' })
  calls[0]?.fail()
  expect(await second.read('a', '1')).toBeNull()
  second.keep('a', { stamp: '2', log: 'two' })
  calls[1]?.end()
  await settle()
  calls[0]?.end()
  expect(await second.read('a', '2')).toBeNull()
  expect(await first.read('a', '2')).toBeNull()
})

test.each([
  undefined,
  null,
  'text',
  7,
  [],
  { stamp: '1' },
  { stamp: 1, log: 'one' },
  { stamp: '1', log: {} },
])('%j is no log', async (value) => {
  const { storage, values } = openSlowStorage()
  values.set('a', value)
  expect(await open(storage).read('a', '1')).toBeNull()
})

test('what reaches the service’s limits is not taken', () => {
  const log = createTestLog()
  const logs = createOutsideLogs(openSlowStorage().storage, log)
  const frame = JSON.stringify({ stamp: '1', log: '' }).length
  const sized = (bytes: number) => ({
    stamp: '1',
    log: 'я'.repeat((bytes - frame) >> 1) + 'x'.repeat((bytes - frame) & 1),
  })
  expect(logs.takes('a', sized(16 * 1024 - 1))).toBe(true)
  expect(logs.takes('a', sized(16 * 1024))).toBe(false)
  expect(logs.takes('a'.repeat(63), sized(100))).toBe(true)
  expect(logs.takes('a'.repeat(64), sized(100))).toBe(false)
  expect(logs.takes('a/../b', sized(100))).toBe(false)
  expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn'])
})

test('a stop finishes what is on its way and begins nothing new', async () => {
  const { storage, calls } = openSlowStorage()
  const logs = open(storage)
  logs.keep('a', { stamp: '1', log: 'one' })
  logs.keep('a', { stamp: '2', log: 'two' })
  const stopped = logs.stop()
  calls[0]?.end()
  await stopped
  expect(calls).toHaveLength(1)
})
