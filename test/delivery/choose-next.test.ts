import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChatQueue, chooseNext } from '../../src/delivery/choose-next.ts'
import type { StoredCall } from '../../src/delivery/outgoing-call.ts'
import { aStoredCall } from '../support/outgoing-calls.ts'

const NOW = 10_000

function choose(calls: readonly StoredCall[], more: Partial<ChatQueue> = {}) {
  return chooseNext({
    calls,
    lastServed: new Map(),
    turn: 0,
    now: NOW,
    isBlocked: () => false,
    ...more,
  })
}

const idsOf = (choice: ReturnType<typeof choose>) =>
  choice.kind === 'send' ? choice.calls.map((call) => call.id) : choice

describe('among the streams of a chat', () => {
  test('the smaller priority goes first', () => {
    const calls = [
      aStoredCall({ stream: 'a', priority: 2 }),
      aStoredCall({ stream: 'b', priority: 1, id: 'x' }),
    ]
    expect(idsOf(choose(calls))).toEqual(['x'])
  })

  test('an urgent call lends its priority to what stands before it', () => {
    const calls = [
      aStoredCall({ stream: 'a', priority: 2 }),
      aStoredCall({ stream: 'b', priority: 3, id: 'head' }),
      aStoredCall({ stream: 'b', priority: 0 }),
    ]
    expect(idsOf(choose(calls))).toEqual(['head'])
  })

  test('of equal ones the one served least recently goes first', () => {
    const calls = [aStoredCall({ stream: 'a' }), aStoredCall({ stream: 'b', id: 'x' })]
    const lastServed = new Map([
      ['a', 2],
      ['b', 1],
    ])
    expect(idsOf(choose(calls, { lastServed }))).toEqual(['x'])
  })

  test('a head that waits, for time or for another call, holds back its stream alone', () => {
    const waits = aStoredCall({ stream: 'a', notBefore: new Date(NOW + 500) })
    const blocked = aStoredCall({ stream: 'b' })
    const calls = [waits, blocked, aStoredCall({ stream: 'a' }), aStoredCall({ stream: 'b' })]
    const isBlocked = (call: StoredCall) => call === blocked
    expect(choose(calls, { isBlocked })).toMatchObject({ kind: 'wait', until: NOW + 500, hasBlocked: true })
    const free = aStoredCall({ stream: 'c', id: 'free', priority: 3 })
    expect(idsOf(choose([...calls, free], { isBlocked }))).toEqual(['free'])
  })
})

test('a newer call with the same key in the same stream replaces the earlier, and keeps its own place', () => {
  const old = aStoredCall({ stream: 'a', coalesceKey: 'k' })
  const other = aStoredCall({ stream: 'a', id: 'other' })
  const elsewhere = aStoredCall({ stream: 'b', coalesceKey: 'k', priority: 3 })
  const newest = aStoredCall({ stream: 'a', coalesceKey: 'k' })
  const choice = choose([old, other, elsewhere, newest])
  expect(choice.superseded).toEqual([old])
  expect(idsOf(choice)).toEqual(['other'])
})

test('an album goes when all of its parts may go', () => {
  const part = (id: string, albumIndex: number, delay: number) =>
    aStoredCall({
      ...{ id, albumIndex, albumKey: 'k', method: 'sendPhoto' },
      notBefore: new Date(NOW + delay),
    })
  const parts = [part('b', 2, 0), part('a', 1, 700)]
  expect(choose(parts)).toMatchObject({ kind: 'wait', until: NOW + 700 })
  expect(idsOf(choose(parts, { now: NOW + 700 }))).toEqual(['a', 'b'])
  const alone = parts.map((part) => ({ ...part, albumKey: null }))
  expect(idsOf(choose(alone, { now: NOW + 700 }))).toEqual(['b'])
})

const streamCalls = fc.array(
  fc.record({ stream: fc.constantFrom('a', 'b', 'c'), priority: fc.constantFrom(0, 1, 2, 3) }),
  { minLength: 1, maxLength: 30 },
)

test('sent one by one, the calls of each stream go in order', () => {
  fc.assert(
    fc.property(streamCalls, (given) => {
      let waiting: readonly StoredCall[] = given.map((one) => aStoredCall(one as Partial<StoredCall>))
      const sent: StoredCall[] = []
      const lastServed = new Map<string, number>()
      while (waiting.length > 0) {
        const choice = choose(waiting, { lastServed })
        if (choice.kind !== 'send') throw new Error('Nothing waits for anything')
        sent.push(...choice.calls)
        for (const call of choice.calls) lastServed.set(call.stream, sent.length)
        waiting = waiting.filter((call) => !choice.calls.includes(call))
      }
      for (const stream of ['a', 'b', 'c']) {
        const seqs = sent.filter((call) => call.stream === stream).map((call) => call.seq)
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
      }
    }),
  )
})

describe('however long it has waited', () => {
  const old = (priority: StoredCall['priority']) =>
    aStoredCall({ stream: `old ${priority}`, createdAt: new Date(0), priority })

  test('nothing goes before an urgent call', () => {
    const now = 24 * 3_600_000
    for (let turn = 0; turn < 8; turn += 1) {
      const urgent = aStoredCall({ stream: 'urgent', priority: 0, id: 'urgent', createdAt: new Date(now) })
      const choice = choose([old(1), old(2), old(3), urgent], { turn, now })
      expect(choice).toMatchObject({ kind: 'send', isUrgent: true })
      expect(idsOf(choice)).toEqual(['urgent'])
    }
  })

  test('bookkeeping gets its turn although replies never end', () => {
    const patient = aStoredCall({ stream: 'slow', priority: 3, createdAt: new Date(NOW) })
    const lastServed = new Map<string, number>()
    let now = NOW
    for (let turn = 0; turn < 100; turn += 1) {
      now += 3_000
      const reply = aStoredCall({ stream: 'busy', priority: 1, createdAt: new Date(now) })
      const choice = choose([patient, reply], { now, lastServed, turn })
      if (choice.kind === 'send' && choice.calls.includes(patient))
        return expect(now - NOW).toBeLessThan(140_000)
      lastServed.set('busy', turn)
    }
    throw new Error('It starved')
  })

  test('cards in a long queue leave three turns of four to replies', () => {
    const now = NOW + 300_000
    const cards = Array.from({ length: 50 }, (_, n) =>
      aStoredCall({ stream: `card ${n}`, priority: 2, createdAt: new Date(NOW) }),
    )
    const taken = [0, 1, 2, 3].map((turn) => {
      const reply = aStoredCall({ stream: 'reply', priority: 1, createdAt: new Date(now) })
      const choice = choose([...cards, reply], { now, turn, lastServed: new Map([['reply', turn]]) })
      return choice.kind === 'send' && choice.calls.includes(reply)
    })
    expect(taken).toEqual([true, true, true, false])
  })
})
