import type { Draft } from '../domain/intake/draft.ts'
import { type Hint, hintsFor } from '../domain/intake/hints.ts'
import type { Customer } from '../domain/people.ts'
import type { Desk } from './desk.ts'
import { shopAnswer } from './look-up-order.ts'

/** What would make the ticket of a finished draft better. */
export async function findHints(
  desk: Pick<Desk, 'stores' | 'rules' | 'now'>,
  customer: Customer,
  draft: Draft,
): Promise<readonly Hint[]> {
  const [open, order] = await Promise.all([
    desk.stores.tickets.unfinishedOf(draft.customerId),
    shopAnswer(desk, customer, draft.orderNumber ?? null),
  ])
  const { catalog, isAbusive = () => false } = desk.rules
  return hintsFor(draft, { catalog, open, order, now: desk.now, isAbusive })
}
