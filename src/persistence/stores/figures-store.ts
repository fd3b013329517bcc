import type { FiguresStore } from '../../app/figures-ports.ts'
import type { Period } from '../../domain/period.ts'
import type { Score } from '../../domain/rating.ts'
import type { Priority, TicketStatus } from '../../domain/ticket.ts'
import type { Client } from '../client.ts'
import type { Prisma } from '../generated/sqlite/client.ts'
import type { WriteBatch } from '../write-batch.ts'

/** The one row of its table. */
const WEEKLY = 'weekly'
const COLUMNS = {
  id: true,
  number: true,
  categoryId: true,
  problemId: true,
  status: true,
  priority: true,
  assigneeId: true,
  createdAt: true,
  promisedAt: true,
  firstReplyAt: true,
  resolvedAt: true,
  endedAt: true,
} as const satisfies Prisma.TicketSelect

export function createFiguresStore(client: Client, batch: WriteBatch): FiguresStore {
  return {
    async filedIn({ from, to }, categories, after, limit) {
      const rows = await client.ticket.findMany({
        where: {
          // The index leads to where the last page ended; those of the same moment are told apart by their ids.
          createdAt: { gte: after?.createdAt ?? from, lt: to },
          ...inCategories(categories),
          ...(after === null
            ? {}
            : { OR: [{ createdAt: { gt: after.createdAt } }, { id: { gt: after.id } }] }),
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
        select: COLUMNS,
      })
      return rows.map((row) => ({
        ...row,
        status: row.status as TicketStatus,
        priority: row.priority as Priority,
      }))
    },
    async scoresOf(ticketIds) {
      const rows = await client.rating.findMany({
        where: { ticketId: { in: [...ticketIds] } },
        select: { ticketId: true, score: true },
      })
      return new Map(rows.map(({ ticketId, score }) => [ticketId, score as Score]))
    },
    async tagsOf(ticketIds) {
      const rows = await client.ticketTag.findMany({
        where: { ticketId: { in: [...ticketIds] } },
        select: { ticketId: true, tag: true },
      })
      const tags = new Map<string, string[]>()
      for (const { ticketId, tag } of rows) tags.set(ticketId, [...(tags.get(ticketId) ?? []), tag])
      return new Map([...tags].map(([ticketId, own]) => [ticketId, own.sort()]))
    },
    async scoresIn(period, categories) {
      const rows = await client.rating.groupBy({
        by: ['agentId', 'score'],
        where: { ...within(period), ...inCategories(categories) },
        _count: { _all: true },
      })
      return rows.map(({ agentId, score, _count }) => ({
        agentId,
        score: score as Score,
        count: _count._all,
      }))
    },
    async selfHelpIn(period, categories) {
      const rows = await client.selfHelpOutcome.groupBy({
        by: ['helped'],
        where: { ...within(period), ...inCategories(categories) },
        _count: { _all: true },
      })
      const countOf = (helped: boolean) => rows.find((row) => row.helped === helped)?._count._all ?? 0
      return { helped: countOf(true), wentOn: countOf(false) }
    },
    async reportedUntil() {
      const row = await client.reportMark.findUnique({ where: { name: WEEKLY } })
      return row?.until ?? null
    },
    saveReportedUntil(until, before) {
      const select = { name: true }
      batch.add((client) =>
        before === null
          ? client.reportMark.create({ data: { name: WEEKLY, until }, select })
          : client.reportMark.update({ where: { name: WEEKLY, until: before }, data: { until }, select }),
      )
    },
  }
}

function within({ from, to }: Period) {
  return { at: { gte: from, lt: to } }
}

function inCategories(categories: readonly string[] | null) {
  return categories === null ? {} : { categoryId: { in: [...categories] } }
}
