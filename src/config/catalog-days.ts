import { z } from 'zod'

/** Days as the owner writes them: `2026-12-31`, or `2026-12-30..2027-01-03`. */

const DAY = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|…|–|—|\s-\s)\s*(\d{4}-\d{2}-\d{2}))?$/
const DAY_MS = 86_400_000
/** A longer span is a slip of the pen. */
const SPAN_DAYS = 366
const ENTRIES = 200

export const DAYS_MEND =
  'list days like - 2026-12-31 or - 2026-12-30..2027-01-03 (at most a year), or leave it out'

const days = z.string().transform((text, context): readonly string[] => {
  const read = readDays(text.trim())
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: 'is not a day, nor a span of days' })
  return z.NEVER
})

/** All days of the list, each as `YYYY-MM-DD`. */
export const listOfDays = z
  .array(days)
  .max(ENTRIES, { error: `has more than ${ENTRIES} entries` })
  .transform((entries) => [...new Set(entries.flat())].sort())

function readDays(text: string): readonly string[] | null {
  const [, first = '', last = first] = DAY.exec(text) ?? []
  const from = startOf(first)
  const to = startOf(last)
  if (from === null || to === null || to < from || to - from >= SPAN_DAYS * DAY_MS) return null
  const count = (to - from) / DAY_MS + 1
  return Array.from({ length: count }, (_, index) => dateOf(from + index * DAY_MS))
}

/** Null for a day that the calendar does not have. */
function startOf(date: string): number | null {
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) || dateOf(ms) !== date ? null : ms
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
