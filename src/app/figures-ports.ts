import type { FiguredTicket, ScoreCount, SelfHelpCount } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import type { Score } from '../domain/rating.ts'

/** What reports read. None of it tells of a customer, unless agents have put that into a tag. */
export interface FiguresStore {
  /**
   * The next `limit` tickets that were filed in the period, in the order of filing, behind the one that was read last.
   * @param categories null: all
   */
  filedIn(
    period: Period,
    categories: readonly string[] | null,
    after: Pick<FiguredTicket, 'id' | 'createdAt'> | null,
    limit: number,
  ): Promise<readonly FiguredTicket[]>
  /** Scores of these tickets that were given one. */
  scoresOf(ticketIds: readonly string[]): Promise<ReadonlyMap<string, Score>>
  /** Tags of those of these tickets that have any, in the order of the alphabet. */
  tagsOf(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** Scores given in the period. @param categories null: all */
  scoresIn(period: Period, categories: readonly string[] | null): Promise<readonly ScoreCount[]>
  /** @param categories null: all */
  selfHelpIn(period: Period, categories: readonly string[] | null): Promise<SelfHelpCount>
  /** Up to when there has been a weekly report; null: there was none yet. */
  reportedUntil(): Promise<Date | null>
  /** Where another process has reported in between, the commit throws StaleWriteError. @param before what {@link reportedUntil} said */
  saveReportedUntil(until: Date, before: Date | null): void
}
