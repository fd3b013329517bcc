import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_QUEUE, QUEUES } from '../../src/delivery/outgoing-call.ts'
import { accountOfClient, isOfTelegram, sourceOfClient } from '../../src/domain/api-client.ts'

test('another system has the same account under the same name, and none that Telegram or the outbox could have', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 32 }), (name) => {
      const account = accountOfClient(name)
      expect(accountOfClient(name)).toBe(account)
      expect(Number.isSafeInteger(account)).toBe(true)
      expect(isOfTelegram(account)).toBe(false)
      expect(account).toBeLessThan(0)
    }),
  )
})

test('names that differ in one letter have different accounts', () => {
  const names = Array.from({ length: 5_000 }, (_, n) => `Shop ${n}`)
  expect(new Set(names.map(accountOfClient)).size).toBe(names.length)
})

test('what it writes has a source of its own, beyond all chats', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (drawn) => {
      const source = sourceOfClient((below) => drawn % below)
      expect([Number.isSafeInteger(source), isOfTelegram(source)]).toEqual([true, false])
    }),
  )
  expect(sourceOfClient(() => 1)).not.toBe(sourceOfClient(() => 2))
})

test.each([1, 7_999_999_999, -1_001_234_567_890, -4_000_000_000_000, 2 ** 52 - 1, -(2 ** 52 - 1)])(
  '%s may be a chat of Telegram’s',
  (id) => expect(isOfTelegram(id)).toBe(true),
)

test('the queues of the outbox are no chats', () => {
  for (const queue of [FIRST_QUEUE, ...Object.values(QUEUES).flat()]) expect(isOfTelegram(queue)).toBe(false)
  expect(new Set(Object.values(QUEUES).flat()).size).toBe(Object.values(QUEUES).flat().length)
})
