import { bannedUntil } from '../domain/ban.ts'
import { isWorthReminding, leftBefore } from '../domain/intake/reminder.ts'
import type { Desk } from './desk.ts'

/** Reminds a customer, once, of a form they left; asked too early, it does nothing. */
export async function remindOfDraft(desk: Desk, customerId: string): Promise<void> {
  const draft = await desk.stores.drafts.of(customerId)
  if (draft === null || draft.reminded === true || draft.updatedAt > leftBefore(desk.now)) return
  desk.stores.drafts.save({ ...draft, reminded: true })
  const customer = await desk.stores.customers.byId(customerId)
  if (customer !== null && bannedUntil(customer, desk.now) !== null) return
  if (customer === null || customer.unreachableSince !== null || !isWorthReminding(draft, desk.now)) return
  desk.notices.draftLeft({ customer, draft })
}
