import type { Customer } from '../../domain/people.ts'
import type { ApiDesk } from './api-desk.ts'
import { ProblemError } from './problems.ts'

/** How a caller names a customer. */
export type CustomerName = { readonly telegramId: number } | { readonly shopCustomerId: string }

/** @throws ProblemError `customer-unknown`, `customer-ambiguous` */
export async function findCustomer({ customers }: ApiDesk['stores'], name: CustomerName): Promise<Customer> {
  const found =
    'telegramId' in name
      ? [await customers.byTelegramId(name.telegramId)]
      : await customers.ofShop(name.shopCustomerId, 2)
  const [customer = null, another] = found
  if (customer === null) throw new ProblemError('customer-unknown')
  if (another !== undefined) throw new ProblemError('customer-ambiguous')
  return customer
}
