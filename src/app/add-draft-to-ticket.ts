import type { Draft } from '../domain/intake/draft.ts'
import { saidIn } from '../domain/intake/said-in.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { addCustomerMessage } from './add-customer-message.ts'
import type { Desk } from './desk.ts'

/** Puts all that was said in a form into a ticket that is there already, and removes the draft. */
export async function addDraftToTicket(
  desk: Desk,
  customer: Customer,
  draft: Draft,
  ticket: Ticket,
): Promise<void> {
  let now = ticket
  for (const message of saidIn(draft)) now = await addCustomerMessage(desk, customer, now, message)
  desk.stores.drafts.remove(customer.id)
}
