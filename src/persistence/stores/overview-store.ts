import type { OverviewPage, OverviewStore, TicketOverview, TicketScope } from '../../app/search-ports.ts'
import type { CardForm } from '../../app/staff-ports.ts'
import type { Language } from '../../domain/people.ts'
import { isBreaching, lastBreachingPromise, QUEUED, type QueueFilter, RUNNING } from '../../domain/queue.ts'
import type { Score } from '../../domain/rating.ts'
import type { Priority, ReplyChannel, TicketStatus } from '../../domain/ticket.ts'
import type { Client } from '../client.ts'
import type { Prisma } from '../generated/sqlite/client.ts'

const WITH_ALL = { customer: true, thread: true, rating: true } as const satisfies Prisma.TicketInclude
type Row = Prisma.TicketGetPayload<{ include: typeof WITH_ALL }>

/** Rows read at once where not all of them count. */
const CHUNK = 100
/** Nobody turns more pages than that. */
const MOST_PASSED = 2_000

/** Lists of tickets for agents; a unit's own writes are not in them. */
export function createOverviewStore(client: Client): OverviewStore {
  return {
    async byIds(ticketIds) {
      const rows = await client.ticket.findMany({ where: { id: { in: [...ticketIds] } }, include: WITH_ALL })
      const overviews = await complete(client, rows)
      return ticketIds.flatMap((id) => overviews.find(({ ticket }) => ticket.id === id) ?? [])
    },
    async queue({ filter, agentId, scope, now, page, pageSize }) {
      const where = { ...inScope(scope), ...QUEUES[filter](agentId, now) }
      const window = { skip: page * pageSize, take: pageSize + 1 }
      if (filter !== 'breaching') return pageOf(client, await promised(client, where, window), pageSize)
      const isWanted = (row: Row) => isBreaching(statusOf(row), now)
      const rows = await passing(client, where, isWanted, window.skip + window.take)
      return pageOf(client, rows.slice(window.skip), pageSize)
    },
    async ofCustomer({ customerId, scope, page, pageSize }) {
      const rows = await client.ticket.findMany({
        where: { customerId, ...inScope(scope) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: page * pageSize,
        take: pageSize + 1,
        include: WITH_ALL,
      })
      return pageOf(client, rows, pageSize)
    },
  }
}

type Where = Prisma.TicketWhereInput

const QUEUES: Readonly<Record<QueueFilter, (agentId: string, now: Date) => Where>> = {
  mine: (assigneeId) => ({ assigneeId, status: { in: [...QUEUED] } }),
  unassigned: () => ({ assigneeId: null, status: { in: [...QUEUED] } }),
  breaching: (_, now) => ({
    status: { in: [...RUNNING] },
    firstReplyAt: null,
    promisedAt: { lt: lastBreachingPromise(now) },
  }),
  all: () => ({ status: { in: [...QUEUED] } }),
}

function inScope({ only, except }: TicketScope): Where {
  if (only !== null) return { categoryId: { in: [...only] } }
  return except.length === 0 ? {} : { categoryId: { notIn: [...except] } }
}

/** The earliest promise first. */
function promised(client: Client, where: Where, window: { skip: number; take: number }): Promise<Row[]> {
  const orderBy: Prisma.TicketOrderByWithRelationInput[] = [{ promisedAt: 'asc' }, { id: 'asc' }]
  return client.ticket.findMany({ where, orderBy, ...window, include: WITH_ALL })
}

/** The first `count` rows that are wanted, the earliest promise first. */
async function passing(
  client: Client,
  where: Where,
  isWanted: (row: Row) => boolean,
  count: number,
): Promise<readonly Row[]> {
  const wanted: Row[] = []
  for (let passed = 0; passed < MOST_PASSED && wanted.length < count; passed += CHUNK) {
    const rows = await promised(client, where, { skip: passed, take: CHUNK })
    wanted.push(...rows.filter(isWanted))
    if (rows.length < CHUNK) break
  }
  return wanted.slice(0, count)
}

/** @param rows one more than the page has, where there are more */
async function pageOf(client: Client, rows: readonly Row[], pageSize: number): Promise<OverviewPage> {
  return { rows: await complete(client, rows.slice(0, pageSize)), hasMore: rows.length > pageSize }
}

async function complete(client: Client, rows: readonly Row[]): Promise<readonly TicketOverview[]> {
  const ids = [...new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))]
  const [agents, places] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([
          client.agent.findMany({ where: { id: { in: ids } } }),
          client.agentPlace.findMany({ where: { agentId: { in: ids } } }),
        ])
  return rows.map(({ customer, thread, rating, ...ticket }) => {
    const agent = agents.find(({ id }) => id === ticket.assigneeId)
    const place = places.find(({ agentId, chatId }) => agentId === agent?.id && chatId === thread?.chatId)
    return {
      ticket: {
        ...statusOf(ticket),
        priority: ticket.priority as Priority,
        replyChannel: ticket.replyChannel as ReplyChannel,
      },
      customer: {
        ...customer,
        telegramId: Number(customer.telegramId),
        language: customer.language as Language,
        pace: null,
      },
      assigneeName: agent?.displayName ?? place?.name ?? null,
      thread: thread && {
        ...thread,
        chatId: Number(thread.chatId),
        cardForm: thread.cardForm as CardForm,
      },
      rating: rating && { ...rating, score: rating.score as Score },
    }
  })
}

function statusOf<T extends { readonly status: string }>(row: T): T & { readonly status: TicketStatus } {
  return { ...row, status: row.status as TicketStatus }
}
