import type { Draft } from '../domain/intake/draft.ts'
import { type Hint, hintsFor } from '../domain/intake/hints.ts'
import type { Desk } from './desk.ts'

/** What would make the ticket of a finished draft better. */
export async function findHints(desk: Desk, draft: Draft): Promise<readonly Hint[]> {
  const open = await desk.stores.tickets.unfinishedOf(draft.customerId)
  const { catalog, isAbusive = () => false } = desk.rules
  return hintsFor(draft, { catalog, open, now: desk.now, isAbusive })
}
