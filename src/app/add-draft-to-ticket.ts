import type { Draft } from '../domain/intake/draft.ts'
import { replyWishOf } from '../domain/intake/reply-answer.ts'
import type { ReplyWish } from '../domain/intake/reply-wish.ts'
import { saidIn } from '../domain/intake/said-in.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { addCustomerMessage } from './add-customer-message.ts'
import type { Desk } from './desk.ts'

/**
 * Puts all that was said in a form into a ticket that is there already, and removes the draft. How the customer wants the answer holds
 * for the ticket from now on; who chose nothing leaves it as it was.
 * @returns the ticket as it is now
 */
export async function addDraftToTicket(
  desk: Desk,
  customer: Customer,
  draft: Draft,
  ticket: Ticket,
): Promise<Ticket> {
  let now = ticket
  for (const message of saidIn(draft)) now = await addCustomerMessage(desk, customer, now, message)
  desk.stores.drafts.remove(customer.id)
  const wish = replyWishOf(draft, desk.rules.sendsMail ?? false)
  return wish === null ? now : answerAsWished(desk, now, wish)
}

async function answerAsWished(desk: Desk, ticket: Ticket, { channel, to }: ReplyWish): Promise<Ticket> {
  if (ticket.replyChannel === channel && ticket.replyTo === to) return ticket
  const { ids, now, stores } = desk
  const by = { id: ids.next(), ticketId: ticket.id, actor: 'customer', at: now } as const
  // The address itself stays out of the log, which outlives it.
  stores.events.add({ ...by, kind: 'reply-changed', before: ticket.replyChannel, after: channel })
  const changed: Ticket = {
    ...ticket,
    ...{ replyChannel: channel, replyTo: to, version: ticket.version + 1 },
  }
  stores.tickets.update(changed)
  await desk.notices.cardChanged(changed)
  return changed
}
