import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TicketError } from '../../src/domain/errors.ts'
import {
  advance,
  canHappen,
  closingNoticeAt,
  reopenDeadline,
  type TicketAction,
  takesMessages,
} from '../../src/domain/lifecycle.ts'
import { TICKET_STATUSES, type TicketStatus } from '../../src/domain/ticket.ts'
import { aTicket, NOW } from './builders.ts'

/** The table of a ticket's life, word for word: what happens, the statuses before, the status after. */
const TABLE: readonly (readonly [TicketAction, readonly TicketStatus[], TicketStatus | 'unchanged'])[] = [
  ['take', ['new', 'open'], 'open'],
  ['agent-reply', ['new', 'open'], 'open'],
  ['ask-customer', ['new', 'open'], 'pending'],
  ['customer-message', ['pending'], 'open'],
  ['resolve', ['new', 'open', 'pending'], 'resolved'],
  ['close', ['new', 'open', 'pending', 'resolved'], 'closed'],
  ['reopen', ['resolved'], 'open'],
  ['merge', ['new', 'open', 'pending', 'resolved'], 'closed'],
  ['customer-message', ['resolved'], 'open'],
  ['customer-not-solved', ['resolved'], 'open'],
  ['customer-solved', ['resolved'], 'closed'],
  ['silence', ['resolved'], 'closed'],
  ['withdraw', ['new', 'open', 'pending'], 'cancelled'],
  // A customer may always add to what is being worked on.
  ['customer-message', ['new', 'open'], 'unchanged'],
]
const ACTIONS = [...new Set(TABLE.map(([action]) => action))]
const anAction = fc.constantFrom(...ACTIONS)

function statusAfter(status: TicketStatus, action: TicketAction): TicketStatus | null {
  const row = TABLE.find(([name, before]) => name === action && before.includes(status))
  if (row === undefined) return null
  return row[2] === 'unchanged' ? status : row[2]
}

describe('a ticket', () => {
  test('takes exactly the steps of the table and refuses every other with its status', () => {
    for (const status of TICKET_STATUSES) {
      for (const action of ACTIONS) {
        const after = statusAfter(status, action)
        const step = () => advance(aTicket({ status }), action, NOW)
        expect(canHappen(status, action), `${status}, ${action}`).toBe(after !== null)
        if (after !== null) expect(step().status, `${status}, ${action}`).toBe(after)
        else
          expect(step).toThrowError(
            expect.objectContaining({ code: 'transition-refused', details: { status, action } }),
          )
      }
    }
  })

  test('stays ended once it is closed or cancelled, whatever happens', () => {
    fc.assert(
      fc.property(fc.constantFrom<TicketStatus>('closed', 'cancelled'), anAction, (status, action) => {
        expect(() => advance(aTicket({ status }), action, NOW)).toThrow(TicketError)
      }),
    )
  })

  test('keeps its dates and version in step with its status on every way through its life', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anAction, fc.integer({ min: 1, max: 1e8 }))), (steps) => {
        let ticket = aTicket()
        let now = NOW
        for (const [action, ms] of steps) {
          now = new Date(now.getTime() + ms)
          if (!canHappen(ticket.status, action)) continue
          const before = ticket
          ticket = advance(before, action, now)
          if (ticket.status === before.status) expect(ticket).toBe(before)
          else expect(ticket.version).toBe(before.version + 1)
          const ended = ticket.status === 'closed' || ticket.status === 'cancelled'
          expect(ticket.endedAt !== null).toBe(ended)
          if (ticket.status === 'resolved') expect(ticket.resolvedAt).not.toBeNull()
          if (ticket.status === 'new' || ticket.status === 'open' || ticket.status === 'pending')
            expect(ticket.resolvedAt).toBeNull()
        }
      }),
    )
  })

  test('takes messages while unfinished, and when resolved up to the end of the reopen window', () => {
    const resolved = aTicket({ status: 'resolved' })
    const deadline = reopenDeadline(NOW, 3)
    expect(deadline.toISOString()).toBe('2026-11-05T09:00:00.000Z')
    expect(takesMessages(resolved, deadline, 3)).toBe(true)
    expect(takesMessages(resolved, new Date(deadline.getTime() + 1), 3)).toBe(false)
    const takes = TICKET_STATUSES.filter((status) => takesMessages(aTicket({ status }), NOW, 3))
    expect(takes).toEqual(['new', 'open', 'pending', 'resolved'])
  })
})

test('a silent customer is told a day before the end, or half-way in a short window, and never where there is none', () => {
  const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
  expect(closingNoticeAt(NOW, 7)).toEqual(days(6))
  expect(closingNoticeAt(NOW, 2)).toEqual(days(1))
  expect(closingNoticeAt(NOW, 1)).toEqual(days(0.5))
  expect(closingNoticeAt(NOW, 0)).toBeNull()
})

test('whatever changes the status makes a word on the closing due anew', () => {
  const told = aTicket({ status: 'resolved', closingToldAt: NOW })
  expect(advance(told, 'customer-not-solved', NOW).closingToldAt).toBeNull()
})
