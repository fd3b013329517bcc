import type { ChangedTicket, ChangedTicketStore, ChangePlace } from '../../app/api-ports.ts'
import type { Client } from '../client.ts'
import type { Prisma, Ticket as TicketRow } from '../generated/sqlite/client.ts'
import { toTicket } from './ticket-store.ts'

export function createChangedTicketStore(client: Client): ChangedTicketStore {
  return {
    async byNumber(number) {
      const row = await client.ticket.findUnique({ where: { number } })
      return row && toChanged(row)
    },
    async page({ statuses, since, after, limit }) {
      const rows = await client.ticket.findMany({
        where: {
          AND: [
            statuses === null ? {} : { status: { in: [...statuses] } },
            since === null ? {} : { updatedAt: { gte: since } },
            after === null ? {} : behind(after),
          ],
        },
        orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(toChanged)
    },
  }
}

function behind({ updatedAt, id }: ChangePlace): Prisma.TicketWhereInput {
  return { updatedAt: { gte: updatedAt }, OR: [{ updatedAt: { gt: updatedAt } }, { id: { gt: id } }] }
}

function toChanged(row: TicketRow): ChangedTicket {
  return { ticket: toTicket(row), updatedAt: row.updatedAt ?? row.createdAt }
}
