import { type DueSoon, nextPromise, QUEUED, type QueueFilter, RUNNING } from '../../domain/queue.ts'
import type { SlaTarget } from '../../domain/sla.ts'
import { PRIORITIES } from '../../domain/ticket.ts'
import type { Client } from '../client.ts'
import type { Prisma } from '../generated/sqlite/client.ts'

type Where = Prisma.TicketWhereInput

interface Wanted {
  readonly filter: QueueFilter
  readonly agentId: string
  readonly dueSoon: DueSoon
  readonly within: Where
}

const COLUMNS = { id: true, firstReplyAt: true, promisedAt: true, resolveBy: true } as const

/**
 * Tickets that wait for agents, by the promise that is to be kept next, the earliest first; those without a time come last. What is
 * answered and what is not are two questions, each with an index of its own: the beginnings of both hold the beginning of the whole.
 */
export async function queuedIds(
  client: Client,
  { within, ...wanted }: Wanted,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<readonly string[]> {
  const read = (answered: Where, target: SlaTarget, orderBy: Prisma.TicketOrderByWithRelationInput) =>
    client.ticket.findMany({
      where: { ...within, ...answered, ...QUEUES[wanted.filter](wanted, target) },
      orderBy: [orderBy, { id: 'asc' }],
      take: skip + take,
      select: COLUMNS,
    })
  const lists = await Promise.all([
    read({ firstReplyAt: null }, 'firstResponse', { promisedAt: 'asc' }),
    read({ firstReplyAt: { not: null } }, 'resolution', { resolveBy: { sort: 'asc', nulls: 'last' } }),
  ])
  const dueAt = (row: (typeof lists)[number][number]) =>
    nextPromise(row).by?.getTime() ?? Number.MAX_SAFE_INTEGER
  const rows = lists.flat().sort((one, other) => dueAt(one) - dueAt(other))
  return rows.slice(skip, skip + take).map(({ id }) => id)
}

const QUEUES: Readonly<Record<QueueFilter, (wanted: Omit<Wanted, 'within'>, target: SlaTarget) => Where>> = {
  mine: ({ agentId }) => ({ assigneeId: agentId, status: { in: [...QUEUED] } }),
  unassigned: () => ({ assigneeId: null, status: { in: [...QUEUED] } }),
  breaching: ({ dueSoon }, target) => ({ status: { in: [...RUNNING] }, ...dueBy(dueSoon, target) }),
  all: () => ({ status: { in: [...QUEUED] } }),
}

/** The latest of the moments is there for the index. */
function dueBy(dueSoon: DueSoon, target: SlaTarget): Where {
  const column = target === 'firstResponse' ? 'promisedAt' : 'resolveBy'
  const latest = new Date(Math.max(...PRIORITIES.map((priority) => dueSoon[priority][target].getTime())))
  return {
    [column]: { lte: latest },
    OR: PRIORITIES.map((priority) => ({ priority, [column]: { lte: dueSoon[priority][target] } })),
  }
}
