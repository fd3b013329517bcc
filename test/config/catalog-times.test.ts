import { describe, expect, test } from 'vitest'
import { parseCatalog } from '../../src/config/load-catalog.ts'
import { GOOD } from './a-catalog.ts'

describe("the owner's catalogue", () => {
  test('reads hours the way people write them', () => {
    const { hours } = parseCatalog(
      `hours:\n  - Mon-Thu 9:00 – 18:00\n  - fri, sun 00:00-24:00\n${GOOD}`,
      'my.yaml',
    )
    expect(hours).toEqual([
      { days: ['mon', 'tue', 'wed', 'thu'], opens: 540, closes: 1080 },
      { days: ['fri', 'sun'], opens: 0, closes: 1440 },
    ])
  })

  test('reads promises and the calendar the way people write them', () => {
    const { sla, calendar } = parseCatalog(
      `hours:
  - mon-fri 09:00-18:00
calendar:
  country: none
  week: Mon-Sat
  closed: [2026-12-31, 2027-01-01 - 2027-01-02]
  open: [2026-11-28]
sla:
  standard: { firstResponse: 8 business hours, resolution: 2.5 business days }
  urgent: { firstResponse: 90 Minutes }
  onDuty: ['@maria_p', 123456789]
  quietHours: '22:00 – 8:00'
  warnBefore: 25%
${GOOD}`,
      'my.yaml',
    )
    expect(calendar).toEqual({
      country: 'none',
      week: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
      closed: ['2026-12-31', '2027-01-01', '2027-01-02'],
      open: ['2026-11-28'],
    })
    expect(sla).toEqual({
      targets: {
        standard: {
          firstResponse: { unit: 'business-hours', ms: 8 * 3_600_000 },
          resolution: { unit: 'business-days', ms: 60 * 3_600_000 },
        },
        urgent: { firstResponse: { unit: 'hours', ms: 5_400_000 } },
      },
      onDuty: ['maria_p', 123456789],
      quietHours: { from: 1320, to: 480 },
      warnBefore: { share: 0.25 },
    })
  })
})
