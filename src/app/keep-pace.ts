import { countMessage, countScreen, hourBefore, nextTicketAt, type PaceVerdict } from '../domain/pace.ts'
import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'

export interface PacedCustomer {
  readonly customer: Customer
  readonly verdict: PaceVerdict
}

/** Counts one more message of the customer outside the form. @param albumId further parts of an album are not counted */
export function paceMessage(desk: Desk, customer: Customer, albumId: string | null): PacedCustomer {
  return keep(desk, customer, countMessage(customer.pace, albumId, desk.now))
}

/** Counts one more command of the customer, or tap in a menu. */
export function paceScreen(desk: Desk, customer: Customer): PacedCustomer {
  return keep(desk, customer, countScreen(customer.pace, desk.now))
}

function keep(
  desk: Desk,
  before: Customer,
  { pace, verdict }: ReturnType<typeof countScreen>,
): PacedCustomer {
  const customer = { ...before, pace }
  if (pace !== before.pace) desk.stores.customers.save(customer)
  return { customer, verdict }
}

/** When the customer may file one more ticket; null: now. */
export async function ticketAllowedAt(desk: Desk, customer: Customer): Promise<Date | null> {
  return nextTicketAt(await desk.stores.tickets.filedSince(customer.id, hourBefore(desk.now)))
}
