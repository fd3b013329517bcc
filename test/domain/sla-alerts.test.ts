import { describe, expect, test } from 'vitest'
import { slaOf } from '../../src/domain/sla.ts'
import { alertPlan, endOfQuiet, nextAlertAt, toldStill } from '../../src/domain/sla-alerts.ts'
import { type SlaSettings, slaRulesOf, warningLead } from '../../src/domain/sla-rules.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { CALENDARS, inWords, momentOf, spanOf } from '../support/sla-words.ts'
import { aTicket } from './builders.ts'

const ZONE = 'Europe/Moscow'
const at = (local: string) => momentOf(local, ZONE)
const words = (moment: Date | null) => (moment === null ? 'never' : inWords(moment, ZONE).slice(4))
const QUIET = { from: 22 * 60, to: 8 * 60 }

function planAt(local: string, init: Partial<Ticket> = {}, settings: SlaSettings = {}) {
  const rules = slaRulesOf(CALENDARS.Russia(ZONE), settings)
  const ticket = aTicket({ createdAt: at('2026-11-24 10:00'), ...init })
  const now = at(local)
  const sla = slaOf(ticket, [], rules, now)
  const { due, told } = alertPlan(ticket, sla, rules, now)
  const next = nextAlertAt({ ...ticket, slaTold: told }, sla, rules)
  return { due: due.map(({ target, stage }) => `${target} ${stage}`), told, next: words(next) }
}

describe('agents are told', () => {
  test('two hours before the end, and at the end; of both promises together where they end together', () => {
    expect(planAt('2026-11-25 07:59').due).toEqual([])
    expect(planAt('2026-11-24 10:00').next).toBe('2026-11-25 08:00')
    const warned = planAt('2026-11-25 08:00')
    expect(warned.due).toEqual(['firstResponse warning', 'resolution warning'])
    expect(warned.next).toBe('2026-11-25 10:00')
    const broken = planAt('2026-11-25 10:00', { slaTold: warned.told })
    expect(broken.due).toEqual(['firstResponse breach', 'resolution breach'])
    expect(broken.next).toBe('never')
  })

  test('nothing twice', () => {
    const { told } = planAt('2026-11-25 08:00')
    expect(planAt('2026-11-25 09:00', { slaTold: told })).toEqual({ due: [], told, next: '2026-11-25 10:00' })
  })

  test('of a breach alone, where the warning comes too late', () => {
    const late = planAt('2026-11-26 12:00')
    expect(late.due).toEqual(['firstResponse breach', 'resolution breach'])
    expect(late.next).toBe('never')
  })

  test('of the solution alone, once an agent has answered', () => {
    const answered = { firstReplyAt: at('2026-11-24 11:00') }
    expect(planAt('2026-11-25 08:00', answered).due).toEqual(['resolution warning'])
  })

  test('of each promise at its own time', () => {
    const targets = { standard: { firstResponse: spanOf('4 h'), resolution: spanOf('3 bd') } }
    const settings: SlaSettings = { targets }
    const first = planAt('2026-11-24 13:00', {}, settings)
    expect(first.due).toEqual(['firstResponse warning'])
    expect(first.next).toBe('2026-11-24 14:00')
    expect(planAt('2026-11-24 14:00', { slaTold: first.told }, settings).next).toBe('2026-11-27 08:00')
  })
})

describe('in quiet hours', () => {
  const filed = { createdAt: at('2026-11-24 01:00') }

  test('warnings wait for their end, and a breach does, too', () => {
    const quiet = planAt('2026-11-24 23:30', filed, { quietHours: QUIET })
    expect(quiet.due).toEqual([])
    expect(quiet.next).toBe('2026-11-25 08:00')
    expect(planAt('2026-11-25 08:00', filed, { quietHours: QUIET }).due).toEqual([
      'firstResponse breach',
      'resolution breach',
    ])
  })

  test('the breach of an urgent ticket does not wait, its warning does', () => {
    const urgent = { ...filed, priority: 'urgent' } as const
    expect(planAt('2026-11-24 02:45', urgent, { quietHours: QUIET })).toMatchObject({
      due: [],
      next: '2026-11-24 03:00',
    })
    expect(planAt('2026-11-24 03:00', urgent, { quietHours: QUIET }).due).toEqual([
      'firstResponse breach',
      'resolution breach',
    ])
  })

  test.each([
    ['2026-11-24 21:59', '2026-11-24 21:59'],
    ['2026-11-24 22:00', '2026-11-25 08:00'],
    ['2026-11-25 00:30', '2026-11-25 08:00'],
    ['2026-11-25 07:59', '2026-11-25 08:00'],
    ['2026-11-25 08:00', '2026-11-25 08:00'],
  ])('%s becomes %s', (moment, end) => {
    expect(words(endOfQuiet(at(moment), QUIET, ZONE))).toBe(end)
  })

  test('they may lie within a day, and end by the clock on the wall', () => {
    expect(words(endOfQuiet(at('2026-11-24 13:10'), { from: 780, to: 840 }, ZONE))).toBe('2026-11-24 14:00')
    const berlin = endOfQuiet(momentOf('2026-10-24 23:00', 'Europe/Berlin'), QUIET, 'Europe/Berlin')
    expect(inWords(berlin, 'Europe/Berlin')).toBe('Sun 2026-10-25 08:00')
  })
})

describe('a warning comes', () => {
  test.each([
    ['24 h', null, 2],
    ['4 h', null, 1],
    ['2 h', null, 0.5],
    ['3 bd', null, 2],
    ['24 h', { ms: 4 * 3_600_000 }, 4],
    ['24 h', { share: 0.5 }, 12],
    ['2 h', { ms: 4 * 3_600_000 }, 1],
  ])('of a promise of %s, with %o, %d hours before its end', (span, warnBefore, hours) => {
    expect(warningLead(spanOf(span), warnBefore) / 3_600_000).toBe(hours)
  })
})

test('after a change of priority only what holds for the new promise counts as told', () => {
  const rules = slaRulesOf(CALENDARS.Russia(ZONE))
  const now = at('2026-11-24 11:50')
  const told = 'fw fb rw rb'
  const complex = slaOf(aTicket({ createdAt: at('2026-11-24 10:00'), priority: 'complex' }), [], rules, now)
  expect(toldStill(told, complex, now)).toBe('')
  const urgent = slaOf(aTicket({ createdAt: at('2026-11-24 10:00'), priority: 'urgent' }), [], rules, now)
  expect(toldStill(told, urgent, now)).toBe('fw rw')
})
