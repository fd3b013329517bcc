import {
  type AgentFigures,
  type FiguredTicket,
  type Figures,
  firstReplyTime,
  isPromiseKept,
  type Kept,
  resolutionTime,
  type ScoreCount,
  type SelfHelpCount,
  sumUpRatings,
  sumUpTimes,
} from './figures.ts'
import { dayOf, daysOf, type Period } from './period.ts'

/** What the figures of a period are made of. */
export interface FiguresGround {
  readonly period: Period
  readonly timeZone: string
  readonly now: Date
  /** Of the period, by when they were given. */
  readonly scores: readonly ScoreCount[]
  readonly selfHelp: SelfHelpCount
}

export interface FiguresSum {
  add(ticket: FiguredTicket): void
  end(): Figures
}

interface Tally {
  tickets: number
  resolved: number
  kept: number
  due: number
  readonly firstReplies: number[]
  readonly resolutions: number[]
}

/**
 * Sums up the tickets filed in a period one after the other. Their times and promises count wherever the end of them lies; ratings and
 * ready answers count by when they were given.
 */
export function sumUpFigures(ground: FiguresGround): FiguresSum {
  const { period, timeZone, now, scores, selfHelp } = ground
  const days = new Map(daysOf(period, timeZone).map((day) => [day, new Map<string, number>()]))
  const byCategory = new Map<string, number>()
  const all = newTally()
  const byAgent = new Map<string, Tally>()
  return {
    add(ticket) {
      const { categoryId, assigneeId } = ticket
      count(byCategory, categoryId)
      const day = days.get(dayOf(ticket.createdAt, timeZone))
      if (day !== undefined) count(day, categoryId)
      note(all, ticket, now)
      if (assigneeId === null) return
      const own = byAgent.get(assigneeId) ?? newTally()
      byAgent.set(assigneeId, own)
      note(own, ticket, now)
    },
    end: () => ({
      tickets: all.tickets,
      resolved: all.resolved,
      days: [...days].map(([day, counts]) => ({ day, byCategory: counts })),
      categories: [...byCategory]
        .map(([categoryId, tickets]) => ({ categoryId, tickets }))
        .sort(byTickets((one) => one.categoryId)),
      firstReply: sumUpTimes(all.firstReplies),
      resolution: sumUpTimes(all.resolutions),
      kept: keptOf(all),
      ratings: ratingsOf(scores),
      selfHelp,
      agents: agentsOf(byAgent, scores),
    }),
  }
}

function newTally(): Tally {
  return { tickets: 0, resolved: 0, kept: 0, due: 0, firstReplies: [], resolutions: [] }
}

function note(tally: Tally, ticket: FiguredTicket, now: Date): void {
  tally.tickets += 1
  const [reply, resolution] = [firstReplyTime(ticket), resolutionTime(ticket)]
  if (reply !== null) tally.firstReplies.push(reply)
  if (resolution !== null) {
    tally.resolutions.push(resolution)
    tally.resolved += 1
  }
  const isKept = isPromiseKept(ticket, now)
  if (isKept !== null) tally.due += 1
  if (isKept === true) tally.kept += 1
}

function keptOf({ kept, due }: Tally): Kept {
  return { kept, due }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function ratingsOf(scores: readonly ScoreCount[]): Figures['ratings'] {
  const ratings = sumUpRatings(scores)
  if (ratings === null) return null
  const byScore = new Map<ScoreCount['score'], number>()
  for (const { score, count } of scores) byScore.set(score, (byScore.get(score) ?? 0) + count)
  return { ...ratings, byScore }
}

function agentsOf(
  tallies: ReadonlyMap<string, Tally>,
  scores: readonly ScoreCount[],
): readonly AgentFigures[] {
  const ids = new Set([...tallies.keys(), ...scores.flatMap(({ agentId }) => agentId ?? [])])
  return [...ids]
    .map((agentId): AgentFigures => {
      const tally = tallies.get(agentId) ?? newTally()
      return {
        agentId,
        tickets: tally.tickets,
        firstReply: sumUpTimes(tally.firstReplies),
        kept: keptOf(tally),
        ratings: sumUpRatings(scores.filter((each) => each.agentId === agentId)),
      }
    })
    .sort(byTickets((one) => one.agentId))
}

/** The same order at each time where the numbers are the same. */
function byTickets<Item extends { readonly tickets: number }>(nameOf: (item: Item) => string) {
  return (one: Item, other: Item) => other.tickets - one.tickets || (nameOf(one) < nameOf(other) ? -1 : 1)
}
