import type { OverviewPage, OverviewStore, TicketOverview, TicketScope } from '../../app/search-ports.ts'
import type { CardForm } from '../../app/staff-ports.ts'
import type { Language } from '../../domain/people.ts'
import type { Score } from '../../domain/rating.ts'
import type { Priority, ReplyChannel, TicketStatus } from '../../domain/ticket.ts'
import type { Client } from '../client.ts'
import type { Prisma } from '../generated/sqlite/client.ts'
import { queuedIds } from './queued-ids.ts'

const WITH_ALL = { customer: true, thread: true, rating: true } as const satisfies Prisma.TicketInclude
type Row = Prisma.TicketGetPayload<{ include: typeof WITH_ALL }>

/** Lists of tickets for agents; a unit's own writes are not in them. */
export function createOverviewStore(client: Client): OverviewStore {
  return {
    byIds: (ticketIds) => byIds(client, ticketIds),
    async queue({ page, pageSize, scope, ...wanted }) {
      const window = { skip: page * pageSize, take: pageSize + 1 }
      const ids = await queuedIds(client, { ...wanted, within: inScope(scope) }, window)
      return { rows: await byIds(client, ids.slice(0, pageSize)), hasMore: ids.length > pageSize }
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

function inScope({ only, except }: TicketScope): Prisma.TicketWhereInput {
  if (only !== null) return { categoryId: { in: [...only] } }
  return except.length === 0 ? {} : { categoryId: { notIn: [...except] } }
}

async function byIds(client: Client, ticketIds: readonly string[]): Promise<readonly TicketOverview[]> {
  if (ticketIds.length === 0) return []
  const rows = await client.ticket.findMany({ where: { id: { in: [...ticketIds] } }, include: WITH_ALL })
  const overviews = await complete(client, rows)
  return ticketIds.flatMap((id) => overviews.find(({ ticket }) => ticket.id === id) ?? [])
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
