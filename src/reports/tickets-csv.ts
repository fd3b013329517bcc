import { stringify } from 'csv-stringify/sync'
import { findCategory, findProblem } from '../domain/catalog.ts'
import { type FiguredTicket, firstReplyTime, isPromiseKept, resolutionTime } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import type { Score } from '../domain/rating.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import { visibleName } from '../domain/visible-name.ts'
import { formatDay } from '../texts/format-moment.ts'
import { formatPeriod } from '../texts/format-period.ts'
import type { MadeReport } from './made-report.ts'
import { createAgentNames, filedIn } from './read-figures.ts'
import type { ReportDeps } from './report-deps.ts'
import { statusWord } from './transcript-page.ts'

const MINUTE_MS = 60_000

/** A table of the period's tickets for a spreadsheet: figures, and no word of a customer's. */
export async function makeTicketsCsv(
  deps: ReportDeps,
  period: Period,
  categories: readonly string[] | null,
): Promise<MadeReport> {
  const { t, timeZone } = deps
  const nameOf = createAgentNames(deps, t)
  const formatCell = createCellFormat(timeZone)
  const parts = [writeRows(t.language, [HEADS.map((key) => t.plain(key))], true)]
  let count = 0
  for await (const tickets of filedIn(deps, period, categories)) {
    const ids = tickets.map(({ id }) => id)
    const { figures } = deps.stores
    const [scores, tagsByTicket] = await Promise.all([figures.scoresOf(ids), figures.tagsOf(ids)])
    const rows: Cell[][] = []
    for (const ticket of tickets) {
      const agent = ticket.assigneeId === null ? '' : await nameOf(ticket.assigneeId)
      const { id } = ticket
      const beside = { agent, score: scores.get(id) ?? null, tags: tagsByTicket.get(id) ?? [], formatCell }
      rows.push(rowOf(deps, ticket, beside))
    }
    parts.push(writeRows(t.language, rows, false))
    count += tickets.length
  }
  const name = `${t.plain('csv-file-name')}-${formatDay(deps.now(), timeZone)}.csv`
  const caption = t.html('report-caption-csv', { count, period: formatPeriod(period, t.language, timeZone) })
  return { kind: 'made', file: { as: 'document', name, parts }, caption }
}

const HEADS = [
  'csv-number',
  'csv-created',
  'csv-category',
  'csv-problem',
  'csv-status',
  'csv-priority',
  'csv-assignee',
  'csv-first-reply',
  'csv-resolution',
  'csv-promised',
  'csv-kept',
  'csv-rating',
  'csv-tags',
] as const

type Cell = string | number

interface Beside {
  /** Empty: nobody's. */
  readonly agent: string
  readonly score: Score | null
  readonly tags: readonly string[]
  readonly formatCell: (moment: Date) => string
}

function rowOf(
  { t, catalog, now }: ReportDeps,
  ticket: FiguredTicket,
  { agent, score, tags, formatCell }: Beside,
): Cell[] {
  const { categoryId, problemId } = ticket
  const isKept = isPromiseKept(ticket, now())
  return [
    formatTicketNumber(ticket.number),
    formatCell(ticket.createdAt),
    visibleName(findCategory(catalog, categoryId)?.title[t.language] ?? categoryId),
    visibleName(findProblem(catalog, categoryId, problemId)?.title[t.language] ?? problemId),
    statusWord(t, ticket.status),
    t.plain(`priority-${ticket.priority}`),
    visibleName(agent),
    inMinutes(firstReplyTime(ticket)),
    inMinutes(resolutionTime(ticket)),
    formatCell(ticket.promisedAt),
    isKept === null ? '' : t.plain(isKept ? 'csv-yes' : 'csv-no'),
    score ?? '',
    visibleName(tags.join(', ')),
  ]
}

function inMinutes(ms: number | null): Cell {
  return ms === null ? '' : Math.round(ms / MINUTE_MS)
}

/** Sorted as it stands, and taken for a date by spreadsheets in either language: `2026-11-24 14:32`. Making the format takes its time. */
function createCellFormat(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (moment) => format.format(moment)
}

/** What a spreadsheet would take for a formula is marked as text; where the comma is the decimal sign, lists are cut at semicolons. */
export function writeRows(language: 'ru' | 'en', rows: readonly Cell[][], isFirst: boolean): string {
  return stringify(rows as Cell[][], {
    bom: isFirst,
    delimiter: language === 'ru' ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
    // A single line break is no end of a record for the library, but it is one for spreadsheets.
    quoted_match: /[\r\n]/,
  })
}
