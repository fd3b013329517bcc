import { z } from 'zod'
import type { TimeSpan, TimeUnit } from '../domain/business-calendar.ts'
import type { QuietHours, SlaSettings, WarnBefore } from '../domain/sla-rules.ts'

/** Promises as the owner writes them. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

interface Word {
  readonly unit: TimeUnit
  readonly ms: number
}

const UNITS: Readonly<Record<string, Word>> = {
  minute: { unit: 'hours', ms: MINUTE_MS },
  hour: { unit: 'hours', ms: HOUR_MS },
  'business hour': { unit: 'business-hours', ms: HOUR_MS },
  'business day': { unit: 'business-days', ms: DAY_MS },
}
const SPAN = /^(\d{1,4}(?:[.,]\d{1,2})?)\s+((?:business\s+)?[a-z]+?)s?$/
const LONGEST_MS = 366 * DAY_MS

const TARGET_MEND =
  'write a time like 24 hours, 90 minutes, 8 business hours or 3 business days, or leave it out'
const PRIORITY_MEND = 'write firstResponse: or resolution: under it, each with a time like 24 hours'

/** What to write instead, by the name of the field. */
export const SLA_MENDS: Readonly<Record<string, string>> = {
  sla: 'write standard:, urgent: or complex: under it, and onDuty:, quietHours: or warnBefore: if you like, or leave it out',
  standard: PRIORITY_MEND,
  urgent: PRIORITY_MEND,
  complex: PRIORITY_MEND,
  firstResponse: TARGET_MEND,
  resolution: TARGET_MEND,
  onDuty: "list Telegram usernames in quotes, like - '@maria', or ids like - 123456789, or leave it out",
  quietHours: "write two different times in quotes, like '22:00-08:00', or leave it out",
  warnBefore:
    "write a time like 30 minutes, or a share of the promise in quotes, like '25%', or leave it out",
}

const span = text('is not a length of time', readSpan)

const targets = z.strictObject({ firstResponse: z.exactOptional(span), resolution: z.exactOptional(span) })

const onDuty = z.union(
  [
    z.int().positive(),
    z
      .string()
      .regex(/^@?[A-Za-z]\w{3,31}$/)
      .transform((name) => name.replace('@', '')),
  ],
  { error: 'is neither a username nor an id' },
)

const sla = z.strictObject({
  standard: z.exactOptional(targets),
  urgent: z.exactOptional(targets),
  complex: z.exactOptional(targets),
  onDuty: z.exactOptional(z.array(onDuty).max(10, { error: 'has more than 10 entries' })),
  quietHours: z.exactOptional(text('is not a span of two times', readQuietHours)),
  warnBefore: z.exactOptional(text('is neither a length of time nor a share', readWarnBefore)),
})

export const slaSettings = sla.transform(
  ({ standard, urgent, complex, ...others }): SlaSettings => ({
    ...others,
    targets: {
      ...(standard === undefined ? {} : { standard }),
      ...(urgent === undefined ? {} : { urgent }),
      ...(complex === undefined ? {} : { complex }),
    },
  }),
)

function text<Read>(problem: string, read: (words: string) => Read | null) {
  return z.string().transform((words, context): Read => {
    const found = read(words.trim().toLowerCase())
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: problem })
    return z.NEVER
  })
}

function readSpan(words: string): TimeSpan | null {
  const [, amount = '', name = ''] = SPAN.exec(words) ?? []
  const word = UNITS[name.replace(/\s+/, ' ')]
  const ms = word === undefined ? 0 : Math.round(Number(amount.replace(',', '.')) * word.ms)
  return word === undefined || ms < MINUTE_MS || ms > LONGEST_MS ? null : { unit: word.unit, ms }
}

function readWarnBefore(words: string): WarnBefore | null {
  const [, percent] = /^(\d{1,2})\s*%$/.exec(words) ?? []
  if (percent !== undefined) return Number(percent) === 0 ? null : { share: Number(percent) / 100 }
  const found = readSpan(words)
  return found?.unit === 'hours' ? { ms: found.ms } : null
}

function readQuietHours(words: string): QuietHours | null {
  const [, fromHour = 99, fromMinute = 0, toHour = 99, toMinute = 0] = (
    /^(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/.exec(words) ?? []
  ).map(Number)
  const areTimes = fromHour < 24 && toHour < 24 && fromMinute < 60 && toMinute < 60
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  return areTimes && from !== to ? { from, to } : null
}
