import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '../../../../src/simulator/playground/act-protocol.ts'
import type { Refusal } from '../../../../src/simulator/playground/refusal.ts'
import { refusalOf } from '../page-side.ts'
import { home, openStage, type Stage } from './open-stage.ts'

let { sim, anna, stop } = {} as Stage
beforeEach(async () => {
  ;({ sim, anna, stop } = await openStage())
})
afterEach(() => stop())

const DAY_MS = 24 * 60 * 60 * 1000
const limits = { privateBurst: 1, privatePerSecond: 1, groupPerMinute: 1, totalPerSecond: 1 }
const fault = { do: 'add-fault', method: '*', kind: 'flood', times: 1 } as const

test.each<[Act, Refusal]>([
  [{ do: 'create-person', firstName: ' ' }, { reason: 'name-empty' }],
  [
    { do: 'create-person', firstName: 'x'.repeat(129) },
    { reason: 'name-too-long', most: 128, length: 129 },
  ],
  [{ do: 'create-person', firstName: 'x', username: 'abc' }, { reason: 'username-form' }],
  [{ do: 'create-person', firstName: 'x', languageCode: 'русский' }, { reason: 'language-form' }],
  [{ do: 'leap', ms: -1 }, { reason: 'leap-back' }],
  [
    { do: 'leap', ms: 32 * DAY_MS },
    { reason: 'leap-too-far', days: 31 },
  ],
  [
    { do: 'set-speed', speed: 0 },
    { reason: 'too-low', least: 0.1 },
  ],
  [{ do: 'set-limits', limits: { ...limits, privateBurst: 0 } }, { reason: 'not-positive' }],
  [
    { do: 'set-limits', limits: { ...limits, privateBurst: 1e6 } },
    { reason: 'too-high', most: 100_000 },
  ],
  [
    { ...fault, times: 0 },
    { reason: 'too-low', least: 1 },
  ],
  [
    { ...fault, retryAfter: 86_401 },
    { reason: 'too-high', most: 86_400 },
  ],
])('%j is refused with what its field takes', async (act, refusal) => {
  expect(await refusalOf(sim, act)).toEqual(refusal)
})

test('a text that no app would take is refused with its length', async () => {
  const text = 'x'.repeat(100_001)
  expect(await refusalOf(sim, { do: 'send-text', text, ...home(anna) })).toEqual({
    ...{ reason: 'text-too-long', most: 100_000, length: 100_001 },
  })
})
