import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OpeningHours, opennessAt, WEEKDAYS } from '../../src/domain/opening-hours.ts'

const ZONES = ['Europe/Moscow', 'Asia/Kamchatka', 'America/New_York', 'Europe/Lisbon']
const WEEK: OpeningHours = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: 540, closes: 1080 },
  { days: ['sat'], opens: 600, closes: 900 },
]

function at(moment: string, hours = WEEK) {
  const openness = opennessAt(hours, new Date(moment), 'Europe/Moscow')
  const next = openness.isOpen ? openness.closesAt : openness.opensAt
  return `${openness.isOpen ? 'open until' : 'closed until'} ${next?.toISOString() ?? 'never'}`
}

describe('a shop that works Monday to Friday from 9 to 18 and on Saturday from 10 to 15', () => {
  test.each([
    ['2026-11-23T08:59:59+03:00', 'closed until 2026-11-23T06:00:00.000Z'],
    ['2026-11-23T09:00:00+03:00', 'open until 2026-11-23T15:00:00.000Z'],
    ['2026-11-23T17:59:59+03:00', 'open until 2026-11-23T15:00:00.000Z'],
    ['2026-11-23T18:00:00+03:00', 'closed until 2026-11-24T06:00:00.000Z'],
    ['2026-11-28T14:00:00+03:00', 'open until 2026-11-28T12:00:00.000Z'],
    ['2026-11-28T15:00:00+03:00', 'closed until 2026-11-30T06:00:00.000Z'],
  ])('is at %s: %s', (moment, expected) => {
    expect(at(moment)).toBe(expected)
  })
})

test('hours that go on at midnight are one piece, and those without a gap never close', () => {
  const night: OpeningHours = [
    { days: ['fri'], opens: 1200, closes: 1440 },
    { days: ['sat'], opens: 0, closes: 120 },
  ]
  expect(at('2026-11-27T21:00:00+03:00', night)).toBe('open until 2026-11-27T23:00:00.000Z')
  expect(at('2026-11-27T21:00:00+03:00', [{ days: WEEKDAYS, opens: 0, closes: 1440 }])).toBe(
    'open until never',
  )
})

test('by the clock on the wall, also on the days when it is put forward or back', () => {
  const hours: OpeningHours = [{ days: WEEKDAYS, opens: 540, closes: 1080 }]
  for (const day of ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01']) {
    for (const zone of ZONES) {
      const openness = opennessAt(hours, new Date(`${day}T00:00:00Z`), zone)
      const next = openness.isOpen ? openness.closesAt : openness.opensAt
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
      expect(clock.format(next ?? 0)).toBe(openness.isOpen ? '18:00' : '09:00')
    }
  }
})

test('what is told holds until the told moment, and turns into its contrary there', () => {
  const spans = fc.array(
    fc
      .tuple(fc.subarray([...WEEKDAYS], { minLength: 1 }), fc.nat(1439), fc.integer({ min: 1, max: 1440 }))
      .filter(([, opens, closes]) => opens < closes)
      .map(([days, opens, closes]) => ({ days, opens, closes })),
    { minLength: 1, maxLength: 4 },
  )
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(
      spans,
      moments,
      fc.constantFrom(...ZONES),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (hours, now, zone, part) => {
        const openness = opennessAt(hours, now, zone)
        const until = openness.isOpen ? openness.closesAt : openness.opensAt
        if (until === null) return opennessAt(hours, new Date(now.getTime() + 3_600_000), zone).isOpen
        const before = new Date(now.getTime() + Math.floor((until.getTime() - now.getTime() - 1) * part))
        const holds = opennessAt(hours, before, zone).isOpen === openness.isOpen
        return until > now && holds && opennessAt(hours, until, zone).isOpen !== openness.isOpen
      },
    ),
    { numRuns: 1_000 },
  )
})
