import { expect, test } from 'vitest'
import type { Transport, TransportAnswer } from '../../src/delivery/ports.ts'
import { UnavailableError } from '../../src/domain/errors.ts'
import { createStaffRoll } from '../../src/telegram/staff-roll.ts'
import { createDrivenClock } from '../support/driven-clock.ts'

const STAFF = -1001

/** A group whose member has whatever status the test sets, and which counts how often it was asked. */
function aGroup(status: string) {
  const group = {
    answer: { kind: 'ok', result: { status } } as TransportAnswer,
    asked: 0,
    set: (next: string) => {
      group.answer = { kind: 'ok', result: { status: next } }
    },
  }
  const transport: Transport = {
    call: async () => {
      group.asked += 1
      return group.answer
    },
  }
  return { group, transport }
}

test('a membership is asked for once a minute at most, and holds no longer', async () => {
  const clock = createDrivenClock()
  const { group, transport } = aGroup('member')
  const roll = createStaffRoll(transport, clock)
  expect(await roll.roleOf(STAFF, 1)).toBe('agent')
  group.set('left')
  await clock.advance(59_000)
  expect(await roll.roleOf(STAFF, 1)).toBe('agent')
  await clock.advance(2_000)
  expect(await roll.roleOf(STAFF, 1)).toBe(null)
  expect(group.asked).toBe(2)
})

test('news of a member make what was known void at once', async () => {
  const { group, transport } = aGroup('member')
  const roll = createStaffRoll(transport, createDrivenClock())
  expect(await roll.roleOf(STAFF, 1)).toBe('agent')
  group.set('kicked')
  roll.forget(STAFF, 1)
  expect(await roll.roleOf(STAFF, 1)).toBe(null)
})

for (const [status, role] of [
  ['creator', 'owner'],
  ['administrator', 'supervisor'],
  ['member', 'agent'],
  ['left', null],
  ['kicked', null],
  ['restricted', null],
] as const) {
  test(`“${status}” acts ${role === null ? 'not at all' : `as ${role}`}`, async () => {
    const { transport } = aGroup(status)
    expect(await createStaffRoll(transport, createDrivenClock()).roleOf(STAFF, 1)).toBe(role)
  })
}

test('without an answer nobody is let in, and nobody is turned away: the update is worked again', async () => {
  const { group, transport } = aGroup('member')
  const roll = createStaffRoll(transport, createDrivenClock())
  group.answer = { kind: 'lost', description: 'ECONNRESET' }
  await expect(roll.roleOf(STAFF, 1)).rejects.toThrow(UnavailableError)
  group.set('member')
  expect(await roll.roleOf(STAFF, 1)).toBe('agent')
})

test.each([
  [401, 'Unauthorized'],
  [403, 'Forbidden: bot was kicked from the supergroup chat'],
  [400, 'Bad Request: chat not found'],
])('%i %s says nothing of the member: the update waits until it is mended', async (code, description) => {
  const { group, transport } = aGroup('member')
  group.answer = { kind: 'error', code, description, parameters: {} }
  const roll = createStaffRoll(transport, createDrivenClock())
  await expect(roll.roleOf(STAFF, 1)).rejects.toThrow(UnavailableError)
})

test('a membership of one group says nothing about another', async () => {
  const { group, transport } = aGroup('member')
  const roll = createStaffRoll(transport, createDrivenClock())
  expect(await roll.roleOf(STAFF, 1)).toBe('agent')
  group.set('left')
  expect(await roll.roleOf(-1002, 1)).toBe(null)
  expect(await roll.roleOf(STAFF, 1)).toBe('agent')
})
