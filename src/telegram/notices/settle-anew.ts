import type { StaffThread } from '../../app/staff-ports.ts'
import { ticketStream } from '../../app/streams.ts'
import { messageSubject, readSubject } from '../../app/subject.ts'
import { CALL_PRIORITY, type OutgoingCall, type StoredCall } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import { isUnfinished, type Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { toStaffThread } from '../outgoing.ts'
import { showLastWords } from './last-words.ts'
import { showTicket } from './notice-of-opening.ts'
import type { NoticeScope } from './notice-scope.ts'
import { headerCallId, showInThread } from './show-message.ts'

/** So far back words that no agent has seen yet are looked for. */
const UNSEEN_LOOK_BACK = 100

/**
 * Where an unfinished ticket lives now. One whose group has moved, or is not its group any more, settles in the right one first;
 * a finished one stays behind: null.
 */
export async function threadOf(scope: NoticeScope, ticket: Ticket): Promise<StaffThread | null> {
  const thread = await scope.unit.threads.ofTicket(ticket.id)
  if (thread === null) return null
  if (!(await isStray(scope, ticket, thread))) return withinForum(scope, thread)
  if (!isUnfinished(ticket)) return null
  await settleAnew(scope, ticket, 'topic')
  return scope.unit.threads.ofTicket(ticket.id)
}

/** While topics are switched off all of them stand in the group itself, and come back with the switch. */
async function withinForum(scope: NoticeScope, thread: StaffThread): Promise<StaffThread> {
  if (thread.topicId === null && thread.topicCallId === null) return thread
  const group = await scope.unit.staffGroups.byId(thread.chatId)
  return group?.isForum === false ? { ...thread, topicId: null, topicCallId: null } : thread
}

/** The same for a ticket that nobody is waiting for just now: whatever else the group has to be told goes first. */
export async function settleStray(scope: NoticeScope, ticket: Ticket): Promise<void> {
  const thread = await scope.unit.threads.ofTicket(ticket.id)
  if (thread === null || !isUnfinished(ticket) || !(await isStray(scope, ticket, thread))) return
  await settleAnew(unhurried(scope), ticket, 'topic')
}

async function isStray(scope: NoticeScope, ticket: Ticket, thread: StaffThread): Promise<boolean> {
  const home = await scope.groups.ofCategory(ticket.categoryId)
  return home !== null && home !== thread.chatId
}

/**
 * A new place for the ticket: its card and files, the last words, then whatever had not got through to the old place. What waits
 * for the old place is taken back.
 */
export async function settleAnew(scope: NoticeScope, ticket: Ticket, to: 'topic' | 'group'): Promise<void> {
  const { unit } = scope
  const customer = await unit.customers.byId(ticket.customerId)
  if (customer === null) return
  const [recalled, before] = await Promise.all([
    unit.recall(ticketStream(ticket.id)),
    unit.threads.ofTicket(ticket.id),
  ])
  const attachments = await unit.tickets.attachmentsOf(ticket.id)
  await showTicket(scope, { ticket, customer, attachments, to })
  const thread = await unit.threads.ofTicket(ticket.id)
  if (thread === null) return
  // A call that was on its way when the group moved has brought its message into the new one already.
  const isOtherGroup = before !== null && before.chatId !== thread.chatId
  const except = isOtherGroup ? { chatId: thread.chatId, from: 0 } : null
  await showLastWords(scope, thread, { ticket, customer, except })
  const unseen = await unseenWords(scope, ticket, recalled.flying)
  for (const message of unseen) await showFirst(scope, thread, { ticket, customer, message })
  for (const call of recalled.calls) if (isWordOfOurs(call, unseen)) sendAgain(scope, thread, ticket, call)
}

/** Shows a message that has not got through by another call: news of the earlier one are no news any more. */
export async function showFirst(
  scope: NoticeScope,
  thread: StaffThread,
  { ticket, customer, message }: { ticket: Ticket; customer: Customer; message: TicketMessage },
): Promise<void> {
  const again: TicketMessage = { ...message, mirrorCallId: scope.ids.next() }
  scope.unit.messages.update(again)
  await showInThread(scope, thread, { ticket, customer, message: again })
}

/** What the customer wrote and no agent has seen: neither shown, nor on its way, nor given up. */
async function unseenWords(
  scope: NoticeScope,
  ticket: Ticket,
  flying: readonly string[],
): Promise<readonly TicketMessage[]> {
  const events = await scope.unit.events.of(ticket.id)
  const givenUp = new Set(events.filter((event) => event.after === 'not-shown').map((event) => event.before))
  const unseen: TicketMessage[] = []
  for (const message of await scope.unit.messages.lastOf(ticket.id, UNSEEN_LOOK_BACK)) {
    if (message.author !== 'customer' || givenUp.has(message.id)) continue
    if (message.mirrorCallId !== null && flying.includes(message.mirrorCallId)) continue
    if (!(await scope.unit.links.isShown(messageSubject(message)))) unseen.push(message)
  }
  return unseen
}

/** A sentence of the bot about the ticket. Cards, topics and edits belong to the old place; a header comes with its message. */
function isWordOfOurs(call: StoredCall, unseen: readonly TicketMessage[]): boolean {
  const isNotice = call.subject !== null && readSubject(call.subject)?.kind === 'notice'
  return (
    isNotice && call.method === 'sendMessage' && !unseen.some((message) => headerCallId(message) === call.id)
  )
}

function sendAgain(scope: NoticeScope, thread: StaffThread, ticket: Ticket, call: StoredCall): void {
  const { chat_id: _, message_thread_id: __, reply_parameters: ___, ...payload } = call.payload
  scope.unit.send(toStaffThread(thread, ticket, { ...call, payload, id: scope.ids.next() }))
}

/** What is urgent stays so. */
function unhurried(scope: NoticeScope): NoticeScope {
  const send = (call: OutgoingCall) => {
    const isUrgent = call.priority === CALL_PRIORITY.urgent
    scope.unit.send(isUrgent ? call : { ...call, priority: CALL_PRIORITY.bookkeeping })
  }
  return { ...scope, unit: { ...scope.unit, send } }
}
