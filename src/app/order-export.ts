import { exportAllowedAt } from '../domain/forgetting.ts'
import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'

/** Has a file of all that is kept of a customer sent to them. @returns when they may ask again, where they asked too soon */
export function orderExport(desk: Desk, customer: Customer): { readonly allowedAt: Date | null } {
  const allowedAt = exportAllowedAt(customer, desk.now)
  if (allowedAt !== null) return { allowedAt }
  desk.stores.customers.save({ ...customer, exportedAt: desk.now })
  desk.notices.exportOrdered(customer)
  return { allowedAt: null }
}

/** It could not be made or sent: they are told, and may ask again at once. */
export async function recordFailedExport(desk: Desk, customerId: string): Promise<void> {
  const customer = await desk.stores.customers.byId(customerId)
  if (customer === null || customer.exportedAt === null) return
  const again = { ...customer, exportedAt: null }
  desk.stores.customers.save(again)
  desk.notices.exportFailed(again)
}
