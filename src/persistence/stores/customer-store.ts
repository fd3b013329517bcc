import type { CustomerStore } from '../../app/ports.ts'
import type { Pace } from '../../domain/pace.ts'
import type { Customer, Language } from '../../domain/people.ts'
import type { Client } from '../client.ts'
import type { Customer as CustomerRow } from '../generated/sqlite/client.ts'
import type { SearchWriter } from '../search/search-writer.ts'
import type { WriteBatch } from '../write-batch.ts'
import type { Memory } from './memory.ts'

export function createCustomerStore(
  client: Client,
  batch: WriteBatch,
  search: SearchWriter,
  memory: Memory,
): CustomerStore {
  const written = new Map<string, Customer>()
  const seen = memory.seen<Customer>()
  /** Telegram ids of which nobody was known. */
  const unknown = new Set<number>()
  return {
    async byId(id) {
      const known = written.get(id) ?? seen.of(id)
      return known ?? seen.keep(toCustomer(await client.customer.findUnique({ where: { id } })))
    },
    async byTelegramId(telegramId) {
      for (const customer of written.values()) if (customer.telegramId === telegramId) return customer
      const found = toCustomer(await client.customer.findUnique({ where: { telegramId } }))
      if (found === null) unknown.add(telegramId)
      return seen.keep(found)
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
      const isNew = unknown.has(customer.telegramId)
      search.customerSaved(customer, seen.of(customer.id) ?? (isNew ? null : undefined))
      seen.keep(customer)
      written.set(customer.id, customer)
      const { id, bannedUntil: _, banReason: __, banToldAt: ___, ...rest } = customer
      const data = { ...rest, pace: rest.pace === null ? null : JSON.stringify(rest.pace) }
      batch.put(`customer:${id}`, (client) =>
        client.customer.upsert({
          where: { id },
          create: { id, ...data },
          update: data,
          select: { id: true },
        }),
      )
    },
    saveBan(customer) {
      const { id, bannedUntil, banReason, banToldAt } = customer
      const data = { bannedUntil, banReason, banToldAt }
      written.set(id, customer)
      batch.put(`ban:${id}`, (client) =>
        client.customer.update({ where: { id }, data, select: { id: true } }),
      )
    },
    noteBanTold(id, banToldAt) {
      const known = written.get(id)
      if (known !== undefined) written.set(id, { ...known, banToldAt })
      batch.add((client) =>
        client.customer.update({ where: { id }, data: { banToldAt }, select: { id: true } }),
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
