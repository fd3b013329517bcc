import { deletionDueAt } from '../domain/forgetting.ts'
import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'

/** Sets the day on which all of a customer is deleted; one that is set already stays. */
export function planDeletion(desk: Desk, customer: Customer): Customer {
  if (customer.deletionAt !== null) return customer
  const planned = { ...customer, deletionAt: deletionDueAt(desk.now) }
  desk.stores.customers.save(planned)
  return planned
}

/** Nothing is deleted after all. */
export function keepData(desk: Desk, customer: Customer): Customer {
  if (customer.deletionAt === null) return customer
  const kept = { ...customer, deletionAt: null }
  desk.stores.customers.save(kept)
  return kept
}
