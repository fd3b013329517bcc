import { FIRST_QUEUE } from '../delivery/outgoing-call.ts'
import type { Backlog, TicketCounts, WatchStore } from '../delivery/watch-store.ts'
import type { TicketStatus } from '../domain/ticket.ts'
import type { Client } from './client.ts'
import type { Prisma } from './generated/sqlite/client.ts'

const UNFINISHED: TicketStatus[] = ['new', 'open', 'pending', 'resolved']
const ENDED: TicketStatus[] = ['closed', 'cancelled']
/** Whose move it is: ours. */
const OURS: TicketStatus[] = ['new', 'open']

/** Every count reads an index and not the rows; an index that lacks a column makes it a hundred times slower. */
export function createWatchStore(client: Client): WatchStore {
  return {
    holder: (lease) =>
      client.lease.findUnique({ where: { name: lease }, select: { owner: true, until: true } }),
    inbox: () => inboxBacklog(client),
    async outbox() {
      const [group, inPrivate] = await Promise.all([
        outboxBacklog(client, { lt: 0 }),
        // A copy of a file that waits, for room on the disk say, keeps nobody waiting.
        outboxBacklog(client, { gte: 0, lt: FIRST_QUEUE }),
      ])
      return { private: inPrivate, group }
    },
    async heldChats() {
      const rows = await client.heldChat.groupBy({ by: 'reason', _count: true })
      return Object.fromEntries(rows.map((row) => [row.reason, row._count]))
    },
    unfinishedTickets: () => countTickets(client, UNFINISHED),
    endedTickets: () => countTickets(client, ENDED),
    async selfHelp() {
      const rows = await client.selfHelpOutcome.groupBy({
        by: ['categoryId', 'problemId', 'helped'],
        _count: true,
      })
      return rows.map(({ categoryId: category, problemId: problem, helped, _count: count }) => ({
        ...{ category, problem, helped, count },
      }))
    },
    async ratings() {
      const rows = await client.rating.groupBy({ by: 'score', _count: true })
      return Object.fromEntries(rows.map((row) => [row.score, row._count]))
    },
    async overdueTickets(now) {
      const count = (where: Prisma.TicketWhereInput) =>
        client.ticket.count({ where: { status: { in: OURS }, ...where } })
      const [firstResponse, resolution] = await Promise.all([
        count({ firstReplyAt: null, promisedAt: { lt: now } }),
        count({ resolveBy: { lt: now } }),
      ])
      return { firstResponse, resolution }
    },
  }
}

async function inboxBacklog(client: Client): Promise<Backlog> {
  const waiting = await client.inboxEvent.aggregate({
    where: { status: 'waiting' },
    _count: true,
    _min: { seq: true },
  })
  const oldest =
    waiting._min.seq === null
      ? null
      : await client.inboxEvent.findUnique({
          where: { seq: waiting._min.seq },
          select: { receivedAt: true },
        })
  return { depth: waiting._count, oldestAt: oldest?.receivedAt ?? null }
}

async function outboxBacklog(
  client: Client,
  chatId: { readonly lt: number; readonly gte?: number },
): Promise<Backlog> {
  const waiting = await client.outboxCall.aggregate({
    where: { status: 'waiting', chatId },
    _count: true,
    _min: { seq: true },
  })
  const oldest =
    waiting._min.seq === null
      ? null
      : await client.outboxCall.findUnique({ where: { seq: waiting._min.seq }, select: { createdAt: true } })
  return { depth: waiting._count, oldestAt: oldest?.createdAt ?? null }
}

async function countTickets(client: Client, statuses: TicketStatus[]): Promise<TicketCounts> {
  const rows = await client.ticket.groupBy({
    by: 'status',
    where: { status: { in: statuses } },
    _count: true,
  })
  const found = new Map(rows.map((row) => [row.status, row._count]))
  return Object.fromEntries(statuses.map((status) => [status, found.get(status) ?? 0]))
}
