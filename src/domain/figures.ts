import type { Score } from './rating.ts'
import type { Ticket } from './ticket.ts'

/** How the desk did, in numbers. */

/** What of a ticket goes into the figures: nothing in it tells of a person. */
export type FiguredTicket = Pick<
  Ticket,
  | 'id'
  | 'number'
  | 'categoryId'
  | 'problemId'
  | 'status'
  | 'priority'
  | 'assigneeId'
  | 'createdAt'
  | 'promisedAt'
  | 'firstReplyAt'
  | 'resolvedAt'
  | 'endedAt'
>

/** How often a score was given, and to whom; null: to nobody in particular. */
export interface ScoreCount {
  readonly agentId: string | null
  readonly score: Score
  readonly count: number
}

/** Customers who read a ready answer: whom it helped, and who went on to a ticket. */
export interface SelfHelpCount {
  readonly helped: number
  readonly wentOn: number
}

/** How long things took, in milliseconds. */
export interface Times {
  readonly count: number
  readonly median: number
  /** Nine out of ten were no slower. */
  readonly p90: number
}

/** What was promised and what became of it; promises that are not due yet are not among them. */
export interface Kept {
  readonly kept: number
  readonly due: number
}

export interface AgentFigures {
  readonly agentId: string
  readonly tickets: number
  readonly firstReply: Times | null
  readonly kept: Kept
  /** The scores given to them, and their mean. */
  readonly ratings: Ratings | null
}

export interface Ratings {
  readonly count: number
  readonly mean: number
}

export interface Figures {
  readonly tickets: number
  readonly resolved: number
  /** By day (`YYYY-MM-DD`), all days of the period in order; in each by category. */
  readonly days: readonly { readonly day: string; readonly byCategory: ReadonlyMap<string, number> }[]
  /** The most frequent first. */
  readonly categories: readonly { readonly categoryId: string; readonly tickets: number }[]
  readonly firstReply: Times | null
  readonly resolution: Times | null
  readonly kept: Kept
  readonly ratings: (Ratings & { readonly byScore: ReadonlyMap<Score, number> }) | null
  readonly selfHelp: SelfHelpCount
  /** Who had tickets or was rated; the busiest first. */
  readonly agents: readonly AgentFigures[]
}

/** Milliseconds from filing to the first answer; null: there is none yet. */
export function firstReplyTime({ createdAt, firstReplyAt }: FiguredTicket): number | null {
  return firstReplyAt && firstReplyAt.getTime() - createdAt.getTime()
}

/** Milliseconds from filing to the resolution that stands; null: there is none. */
export function resolutionTime({ createdAt, resolvedAt }: FiguredTicket): number | null {
  return resolvedAt && resolvedAt.getTime() - createdAt.getTime()
}

/**
 * Was the promised answer there in time? A resolution is an answer, too. Null: it is not due yet, or the ticket had ended before
 * it was.
 */
export function isPromiseKept(ticket: FiguredTicket, now: Date): boolean | null {
  const { promisedAt, firstReplyAt, resolvedAt, endedAt } = ticket
  const answers = [firstReplyAt, resolvedAt].flatMap((moment) => moment?.getTime() ?? [])
  return isKept(promisedAt, answers.length === 0 ? null : Math.min(...answers), endedAt, now)
}

/** @param doneAt when what was promised was done, ms; null: it was not. @param endedAt when nobody waited for it any more */
function isKept(promisedAt: Date, doneAt: number | null, endedAt: Date | null, now: Date): boolean | null {
  if (doneAt !== null) return doneAt <= promisedAt.getTime()
  const isVoid = endedAt !== null && endedAt <= promisedAt
  return isVoid || now <= promisedAt ? null : false
}

/**
 * The value that so many percent of them do not exceed: the smallest one with at least that share at or below it (nearest rank).
 * @param sorted ascending, not empty
 * @throws RangeError for an empty list
 */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  const value = sorted[rank - 1]
  if (value === undefined) throw new RangeError('There is no percentile of nothing')
  return value
}

/** The middle value, or the mean of the two in the middle. @param sorted ascending, not empty */
export function median(sorted: readonly number[]): number {
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)]
  const lower = sorted[Math.ceil(half) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing')
  return (lower + upper) / 2
}

/** Null: there are none. @param times in any order, ms */
export function sumUpTimes(times: readonly number[]): Times | null {
  if (times.length === 0) return null
  const sorted = times.toSorted((one, other) => one - other)
  return { count: sorted.length, median: median(sorted), p90: percentile(sorted, 90) }
}

export function sumUpRatings(counts: readonly ScoreCount[]): Ratings | null {
  const count = counts.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return null
  return { count, mean: counts.reduce((sum, each) => sum + each.score * each.count, 0) / count }
}
