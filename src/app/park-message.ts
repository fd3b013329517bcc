import type { KeptMessage } from '../domain/intake/draft.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'
import type { Parked } from './ports.ts'

/** Messages of one customer that wait for the word on where they belong. */
const MAX_PARKED = 100

/**
 * Keeps a message until the customer says where it belongs.
 * @returns what is parked now, or null when there is no room for more; `asked: true` when the question about it is on the screen
 * already (a further part of an album)
 */
export async function parkMessage(
  desk: Desk,
  customer: Customer,
  message: KeptMessage,
  init: { readonly ended: Ticket | null; readonly questionCallId: string },
): Promise<{ parked: Parked; asked: boolean; before: Parked | null } | null> {
  const before = await desk.stores.drafts.parkedOf(customer.id)
  if (before !== null && before.messages.length >= MAX_PARKED) return null
  const asked =
    before !== null &&
    message.albumId !== null &&
    before.messages.some((other) => other.albumId === message.albumId)
  const parked: Parked = {
    customerId: customer.id,
    id: before?.id ?? desk.ids.next(),
    messages: [...(before?.messages ?? []), message],
    precededById: init.ended?.id ?? before?.precededById ?? null,
    questionCallId: asked && before !== null ? before.questionCallId : init.questionCallId,
  }
  desk.stores.drafts.saveParked(parked)
  return { parked, asked, before }
}
