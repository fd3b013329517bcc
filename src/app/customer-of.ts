import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'

/** The customer who filed the ticket. */
export async function customerOf(desk: Desk, ticket: Pick<Ticket, 'id' | 'customerId'>): Promise<Customer> {
  const customer = await desk.stores.customers.byId(ticket.customerId)
  if (customer === null) throw new Error(`Ticket ${ticket.id} has no customer`)
  return customer
}
