import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/business-calendar.ts'
import { slaOf } from '../../src/domain/sla.ts'
import { slaRulesOf } from '../../src/domain/sla-rules.ts'
import { PRIORITIES, type Priority, type TicketStatus } from '../../src/domain/ticket.ts'
import type { TicketEvent } from '../../src/domain/ticket-message.ts'
import { CALENDARS, type CalendarName } from '../support/sla-words.ts'
import { aTicket } from './builders.ts'

const FILED = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-01T00:00:00Z'),
  noInvalidDate: true,
})
const rules = fc
  .tuple(
    fc.constantFrom(...(Object.keys(CALENDARS) as CalendarName[])),
    fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
  )
  .map(([name, zone]) => slaRulesOf(CALENDARS[name](zone)))
/** After how long, and into what, a ticket changes. */
const steps = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 2 * DAY_MS }),
    into: fc.constantFrom<TicketStatus | Priority>('open', 'pending', 'resolved', ...PRIORITIES),
  }),
  { maxLength: 8 },
)

interface Life {
  readonly createdAt: Date
  readonly history: readonly TicketEvent[]
  readonly priority: Priority
  readonly status: TicketStatus
  readonly end: Date
}

const isPriority = (word: string): word is Priority => (PRIORITIES as readonly string[]).includes(word)

function liveThrough(
  createdAt: Date,
  changes: readonly { readonly wait: number; readonly into: TicketStatus | Priority }[],
): Life {
  let end = createdAt
  let priority: Priority = 'standard'
  let status: TicketStatus = 'new'
  const history: TicketEvent[] = []
  for (const { wait, into } of changes) {
    end = new Date(end.getTime() + wait)
    const base = { id: String(history.length), ticketId: 'ticket', actor: 'system', at: end }
    if (isPriority(into)) {
      if (into !== priority)
        history.push({ ...base, kind: 'priority-changed', before: priority, after: into })
      priority = into
    } else {
      if (into !== status) history.push({ ...base, kind: 'status-changed', before: status, after: into })
      status = into
    }
  }
  return { createdAt, history, priority, status, end }
}

const ticketOf = ({ createdAt, priority, status }: Life) => aTicket({ createdAt, priority, status })
const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms)

describe('what is left of a promise', () => {
  test('does not grow by itself, and stands still while the customer is asked', () => {
    fc.assert(
      fc.property(rules, FILED, steps, fc.integer({ min: 0, max: 5 * DAY_MS }), (sla, filed, changes, ms) => {
        const life = liveThrough(filed, changes)
        const now = slaOf(ticketOf(life), life.history, sla, life.end).resolution
        const then = slaOf(ticketOf(life), life.history, sla, later(life.end, ms)).resolution
        if (now.state === 'running') expect(then.left.ms).toBeLessThanOrEqual(now.left.ms + 1e-3)
        else if (!life.history.some(({ kind }) => kind === 'priority-changed')) expect(then).toEqual(now)
        if (now.isBreached) expect(then.isBreached).toBe(true)
      }),
    )
  })

  test('while it runs, its end does not depend on when it is looked at, and nothing is left then', () => {
    fc.assert(
      fc.property(rules, FILED, steps, fc.integer({ min: 0, max: 9 * DAY_MS }), (sla, filed, changes, ms) => {
        const life = liveThrough(filed, [...changes, { wait: 1, into: 'open' }])
        const { resolution } = slaOf(ticketOf(life), life.history, sla, life.end)
        const again = slaOf(ticketOf(life), life.history, sla, later(life.end, ms)).resolution
        expect(again.dueAt).toEqual(resolution.dueAt)
        const dueAt = resolution.dueAt ?? new Date(Number.NaN)
        const atEnd = slaOf(ticketOf(life), life.history, sla, dueAt).resolution
        if (dueAt > life.end) {
          expect(Math.abs(atEnd.left.ms)).toBeLessThanOrEqual(2)
          expect(atEnd.isBreached).toBe(true)
          expect(slaOf(ticketOf(life), life.history, sla, later(dueAt, -2)).resolution.isBreached).toBe(false)
        }
      }),
    )
  })

  test('asking the customer moves the end by as long as they take, by the clock', () => {
    const wait = fc.integer({ min: 1, max: 23 * HOUR_MS })
    const long = fc.integer({ min: 1, max: 30 * DAY_MS })
    fc.assert(
      fc.property(rules, FILED, wait, long, (sla, filed, asked, answered) => {
        const life = liveThrough(filed, [
          { wait: asked, into: 'pending' },
          { wait: answered, into: 'open' },
        ])
        const { resolution } = slaOf(ticketOf(life), life.history, sla, life.end)
        expect(resolution.dueAt).toEqual(later(filed, DAY_MS + answered))
      }),
    )
  })

  test('a change of priority breaks no promise that was not broken, and a stricter one is never later', () => {
    fc.assert(
      fc.property(rules, FILED, steps, fc.constantFrom(...PRIORITIES), (sla, filed, changes, into) => {
        const life = liveThrough(filed, [...changes, { wait: 1, into: 'open' }])
        const changed = liveThrough(filed, [...changes, { wait: 1, into: 'open' }, { wait: 1, into }])
        const before = slaOf(ticketOf(life), life.history, sla, changed.end).resolution
        const after = slaOf(ticketOf(changed), changed.history, sla, changed.end).resolution
        if (!before.isBreached) expect(after.isBreached).toBe(false)
        if (into === 'urgent') expect(Number(after.dueAt)).toBeLessThanOrEqual(Number(before.dueAt))
      }),
    )
  })

  test('a first answer in time keeps the promise for ever', () => {
    fc.assert(
      fc.property(rules, FILED, steps, (sla, filed, changes) => {
        const life = liveThrough(filed, [{ wait: HOUR_MS, into: 'open' }, ...changes])
        const ticket = { ...ticketOf(life), firstReplyAt: later(filed, HOUR_MS / 2) }
        const { firstResponse } = slaOf(ticket, life.history, sla, later(life.end, 30 * DAY_MS))
        expect(firstResponse).toMatchObject({ state: 'met', isBreached: false, metAt: ticket.firstReplyAt })
      }),
    )
  })
})
