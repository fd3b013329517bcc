import type { OrderFacts } from '../domain/order-facts.ts'

/** What the shop said of an order, to a customer of its own or (empty id) to nobody in particular. */
export interface StoredOrderFacts {
  readonly orderNumber: string
  readonly shopCustomerId: string
  readonly facts: OrderFacts
  readonly at: Date
}

export interface OrderFactsStore {
  of(orderNumber: string, shopCustomerId: string): Promise<StoredOrderFacts | null>
  /** Inserts or replaces. */
  save(facts: StoredOrderFacts): void
}
