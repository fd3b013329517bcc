import { isReported, weekToReport } from '../domain/period.ts'
import type { Desk } from './desk.ts'

/** Has the past week reported to the main group, once; of a week without tickets there is nothing to tell. */
export async function reportWeek(desk: Desk): Promise<void> {
  const { figures } = desk.stores
  const week = weekToReport(desk.now, desk.rules.timeZone)
  const chatId = await desk.groups.main()
  const until = await figures.reportedUntil()
  if (week === null || chatId === null || isReported(week, until)) return
  figures.saveReportedUntil(week.to, until)
  const filed = await figures.filedIn(week, null, null, 1)
  if (filed.length > 0) desk.notices.weekOver({ chatId, week })
}
