import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INTAKE_STEPS } from '../../src/domain/intake/draft.ts'
import { LANGUAGES } from '../../src/domain/people.ts'
import { QUEUE_FILTERS } from '../../src/domain/queue.ts'
import {
  CUSTOMER_ACTIONS,
  PRIVACY_WISHES,
  packTap,
  readTap,
  STAFF_ACTIONS,
  type TapData,
} from '../../src/telegram/callback-data/callback-data.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{12}$/)
const page = fc.integer({ min: 0, max: 99_999 })
const listPage = fc.integer({ min: 0, max: 999 })
const tapData: fc.Arbitrary<TapData> = fc.oneof(
  fc.record({ kind: fc.constant('menu' as const), item: fc.constantFrom('new', 'help', 'language', 'home') }),
  fc.record({ kind: fc.constant('language' as const), language: fc.constantFrom(...LANGUAGES) }),
  fc.record({
    kind: fc.constant('intake' as const),
    draftId: id,
    step: fc.constantFrom(...INTAKE_STEPS),
    value: fc.stringMatching(/^[a-z0-9-]{1,24}$/),
    promptId: id,
  }),
  fc.record({ kind: fc.constant('draft' as const), draftId: id, what: fc.constantFrom('resume', 'restart') }),
  fc.record({ kind: fc.constant('privacy' as const), what: fc.constantFrom(...PRIVACY_WISHES) }),
  fc.record({ kind: fc.constant('tickets' as const), page }),
  fc.record({ kind: fc.constant('ticket' as const), ticketId: id, page }),
  fc.record({
    kind: fc.constant('own' as const),
    ticketId: id,
    action: fc.constantFrom(...CUSTOMER_ACTIONS),
  }),
  fc.record(
    {
      kind: fc.constant('staff' as const),
      ticketId: id,
      action: fc.constantFrom(...STAFF_ACTIONS),
      value: fc.stringMatching(/^[a-z]{5}\.[ac]\.[A-Za-z0-9_-]{1,24}$/),
    },
    { requiredKeys: ['kind', 'ticketId', 'action'] },
  ),
  fc.record({ kind: fc.constant('parked' as const), parkedId: id, target: id }),
  fc.record({
    kind: fc.constant('queue' as const),

    filter: fc.constantFrom(...QUEUE_FILTERS),
    page: listPage,
  }),
  fc.record({
    kind: fc.constant('find' as const),

    mode: fc.constantFrom('exact' as const, 'prefix' as const),
    before: fc.option(fc.integer({ min: 0, max: 2 ** 40 })),
  }),
  fc.record({ kind: fc.constant('history' as const), ticketId: id, page: listPage }),
)

test('what a button carries is read back as it was packed, within 64 bytes', () => {
  fc.assert(
    fc.property(tapData, (data) => {
      const packed = packTap(data)
      expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64)
      expect(readTap(packed)).toEqual(data)
    }),
  )
})

test('forged data is nothing, or means only itself: it never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 64, unit: 'grapheme' }), (forged) => {
      const read = readTap(forged)
      expect(read === null || typeof read.kind === 'string').toBe(true)
    }),
  )
})

test('data that would not fit into a button is refused where it is made', () => {
  const data: TapData = { kind: 'parked', parkedId: 'a'.repeat(40), target: 'я'.repeat(20) }
  expect(() => packTap(data)).toThrow('over 64 bytes')
})
