import type { Ticket } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import type { StaffThread } from './staff-ports.ts'

/** Is the ticket on its way from General into a topic of its own? Its card is up to date only once that is settled. */
export function isMoving(thread: StaffThread): boolean {
  return thread.topicCallId !== null && thread.cardMessageId !== null
}

/** A ticket that came in a rush lives in General. Now that an agent has taken it, it gets a topic, if the group is calm enough. */
export async function claimTopic(desk: Desk, ticket: Ticket): Promise<void> {
  const thread = await desk.stores.threads.ofTicket(ticket.id)
  if (thread === null || thread.cardMessageId === null) return
  if (thread.topicId !== null || thread.topicCallId !== null) return
  const group = await desk.stores.staffGroups.byId(thread.chatId)
  if (group?.isForum !== true) return
  const claimed = { ...thread, topicCallId: desk.ids.next() }
  desk.stores.threads.save(claimed)
  desk.notices.topicClaimed({ ticket, customer: await customerOf(desk, ticket), thread: claimed })
}

/** The topic is there, and the card moves; or there was no room for one (`topicId` null), and the ticket goes on where it is. */
export async function settleClaim(
  desk: Desk,
  ticketId: string,
  callId: string,
  topicId: number | null,
): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  const thread = await desk.stores.threads.ofTicket(ticketId)
  if (ticket === null || thread === null || thread.topicCallId !== callId) return
  desk.stores.threads.save({ ...thread, topicId, topicCallId: null })
  if (topicId === null) return desk.notices.cardChanged(ticket)
  const customer = await customerOf(desk, ticket)
  const attachments = await desk.stores.tickets.attachmentsOf(ticketId)
  await desk.notices.threadMoved({ ticket, customer, attachments, from: thread })
}
