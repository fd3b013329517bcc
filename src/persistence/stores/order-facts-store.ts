import type { OrderFactsStore, StoredOrderFacts } from '../../app/shop-ports.ts'
import type { OrderFacts } from '../../domain/order-facts.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createOrderFactsStore(client: Client, batch: WriteBatch): OrderFactsStore {
  const written = new Map<string, StoredOrderFacts>()
  const keyOf = (orderNumber: string, shopCustomerId: string) => JSON.stringify([orderNumber, shopCustomerId])
  return {
    async of(orderNumber, shopCustomerId) {
      const own = written.get(keyOf(orderNumber, shopCustomerId))
      if (own !== undefined) return own
      const where = { orderNumber_shopCustomerId: { orderNumber, shopCustomerId } }
      const row = await client.orderFacts.findUnique({ where })
      return row && { orderNumber, shopCustomerId, facts: JSON.parse(row.body) as OrderFacts, at: row.at }
    },
    save(stored) {
      const { orderNumber, shopCustomerId, facts, at } = stored
      const key = keyOf(orderNumber, shopCustomerId)
      written.set(key, stored)
      const id = { orderNumber, shopCustomerId }
      const data = { body: JSON.stringify(facts), at }
      batch.put(`order-facts:${key}`, (client) =>
        client.orderFacts.upsert({
          where: { orderNumber_shopCustomerId: id },
          create: { ...id, ...data },
          update: data,
        }),
      )
    },
  }
}
