import { type ReportOrder, unpackPeriod } from '../app/report-order.ts'
import { makeFiguresReport } from './figures-report.ts'
import type { MadeReport } from './made-report.ts'
import type { ReportDeps } from './report-deps.ts'
import { makeTicketsCsv } from './tickets-csv.ts'
import { makeTranscript, type NoTranscript } from './transcript.ts'

/** Makes whatever report was ordered, of what there is now. */
export async function makeReport(
  deps: ReportDeps,
  order: ReportOrder,
  signal?: AbortSignal,
): Promise<MadeReport | NoTranscript> {
  switch (order.report) {
    case 'stats':
      return makeFiguresReport(deps, unpackPeriod(order), { ...order, title: 'report-caption' })
    case 'weekly':
      return makeFiguresReport(deps, unpackPeriod(order), { ...order, title: 'report-caption-weekly' })
    case 'csv':
      return makeTicketsCsv(deps, unpackPeriod(order), order.categories)
    case 'transcript':
      return makeTranscript(deps, order.ticketId, signal)
    default:
      return order satisfies never
  }
}
