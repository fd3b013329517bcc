import type { CustomerStore } from '../../app/ports.ts'
import type { Pace } from '../../domain/pace.ts'
import type { Customer, Language } from '../../domain/people.ts'
import type { Client } from '../client.ts'
import type { Customer as CustomerRow } from '../generated/sqlite/client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createCustomerStore(client: Client, batch: WriteBatch): CustomerStore {
  const written = new Map<string, Customer>()
  return {
    async byId(id) {
      return written.get(id) ?? toCustomer(await client.customer.findUnique({ where: { id } }))
    },
    async byTelegramId(telegramId) {
      for (const customer of written.values()) if (customer.telegramId === telegramId) return customer
      return toCustomer(await client.customer.findUnique({ where: { telegramId } }))
    },
    async ofShop(shopCustomerId, limit) {
      const rows = await client.customer.findMany({
        where: { shopCustomerId },
        orderBy: { createdAt: 'asc' },
        take: limit,
      })
      return rows.map(fromRow)
    },
    async toForget(now, limit) {
      const rows = await client.customer.findMany({
        where: { deletionAt: { lte: now } },
        orderBy: { deletionAt: 'asc' },
        take: limit,
      })
      return rows.map(fromRow)
    },
    save(customer) {
      written.set(customer.id, customer)
      const { id, ...rest } = customer
      const data = { ...rest, pace: rest.pace === null ? null : JSON.stringify(rest.pace) }
      batch.put(`customer:${id}`, () =>
        client.customer.upsert({
          where: { id },
          create: { id, ...data },
          update: data,
          select: { id: true },
        }),
      )
    },
  }
}

function toCustomer(row: CustomerRow | null): Customer | null {
  return row && fromRow(row)
}

function fromRow(row: CustomerRow): Customer {
  const pace = row.pace === null ? null : (JSON.parse(row.pace) as Pace)
  return { ...row, telegramId: Number(row.telegramId), language: row.language as Language, pace }
}
