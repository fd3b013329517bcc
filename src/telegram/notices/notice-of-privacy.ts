import type { GroupCopy } from '../../app/privacy-ports.ts'
import { CALL_PRIORITY, type OutgoingCall, SEND_EXPORT } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { FORGOTTEN_LANE, groupLane, privateLane } from '../lane-of.ts'
import { type CallInit, toCustomer, toStaffGroup } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { htmlText, keyboard, NO_KEYBOARD, tapButton } from '../views/keyboard.ts'
import { richLine } from '../views/rich-card.ts'
import type { NoticeScope } from './notice-scope.ts'

/** https://core.telegram.org/bots/api#deletemessages */
const DELETED_AT_ONCE = 100

/** Its making is a call like any other: a restart loses none, and one that waits already will hold whatever there is by then. */
export function orderExportFile(scope: NoticeScope, customer: Customer): void {
  const data = packReport({ kind: 'export', customerId: customer.id })
  const call = toCustomer(customer, {
    id: scope.ids.next(),
    method: SEND_EXPORT,
    payload: { customer_id: customer.id },
    coalesceKey: 'export',
    report: { lane: privateLane(customer.telegramId), when: 'failure', data },
  })
  // While it is tried again, answers don't stand behind it.
  scope.unit.send({ ...call, stream: `export:${customer.telegramId}` })
}

export function noticeOfFailedExport(scope: NoticeScope, customer: Customer): void {
  const t = scope.textsFor(customer.language)
  const again = tapButton(t.plain('button-export'), { kind: 'privacy', what: 'export' })
  tell(scope, customer, { ...htmlText(t.html('export-failed')), ...keyboard([again]) })
}

export function noticeOfKeeping(scope: NoticeScope, customer: Customer): void {
  tell(scope, customer, htmlText(scope.textsFor(customer.language).html('deletion-cancelled-by-ticket')))
}

function tell(scope: NoticeScope, customer: Customer, payload: Record<string, unknown>): void {
  scope.unit.send(toCustomer(customer, { id: scope.ids.next(), method: 'sendMessage', payload }))
}

/** Whatever becomes of it, its end is the end of all traces: see forgetRails. */
export function noticeOfFarewell(scope: NoticeScope, customer: Customer): void {
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(scope.textsFor(customer.language).html('forgotten')),
      // Who has blocked the bot is not waited for.
      policy: 'at-most-once',
      report: {
        lane: FORGOTTEN_LANE,
        when: 'always',
        data: packReport({ kind: 'farewell', customerId: customer.id }),
      },
    }),
  )
}

/** The whole topic goes, which is one action; what stands elsewhere is deleted message by message, and the card says why. */
export async function takeFromGroup(
  scope: NoticeScope,
  { ticket, copies }: { readonly ticket: Ticket; readonly copies: readonly (readonly GroupCopy[])[] },
): Promise<void> {
  const thread = await scope.unit.threads.ofTicket(ticket.id)
  for (const [chatId, messageIds] of copies.flatMap(byChat)) {
    const others = messageIds.filter((id) => id !== thread?.cardMessageId || chatId !== thread.chatId)
    for (let from = 0; from < others.length; from += DELETED_AT_ONCE) {
      const message_ids = others.slice(from, from + DELETED_AT_ONCE)
      send(scope, ticket, chatId, { method: 'deleteMessages', payload: { message_ids } })
    }
  }
  if (thread === null) return
  if (thread.topicId === null) return emptyCard(scope, ticket)
  send(scope, ticket, thread.chatId, {
    method: 'deleteForumTopic',
    payload: { message_thread_id: thread.topicId },
    report: {
      lane: groupLane(thread.chatId),
      when: 'failure',
      data: packReport({ kind: 'topic-end', ticketId: ticket.id }),
    },
  })
}

/** Without the right to delete messages: the card and the topic's name say nothing of the person, agents do the rest. */
export async function noticeOfLeftTopic(scope: NoticeScope, ticket: Ticket): Promise<void> {
  const thread = await scope.unit.threads.ofTicket(ticket.id)
  if (thread === null || thread.topicId === null) return
  const name = scope.staffTexts.plain('card-forgotten', { number: formatTicketNumber(ticket.number) })
  const message_thread_id = thread.topicId
  await emptyCard(scope, ticket)
  send(scope, ticket, thread.chatId, { method: 'editForumTopic', payload: { message_thread_id, name } })
  const words = htmlText(scope.staffTexts.html('staff-topic-left'))
  send(scope, ticket, thread.chatId, { method: 'sendMessage', payload: { message_thread_id, ...words } })
}

async function emptyCard(scope: NoticeScope, ticket: Ticket): Promise<void> {
  const thread = await scope.unit.threads.ofTicket(ticket.id)
  if (thread === null || thread.cardMessageId === null) return
  const t = scope.staffTexts
  const vars = { number: formatTicketNumber(ticket.number) }
  const line =
    thread.cardForm === 'rich'
      ? richLine(t.plain('card-forgotten', vars))
      : htmlText(t.html('card-forgotten', vars))
  const payload = { message_id: thread.cardMessageId, ...line, ...NO_KEYBOARD }
  send(scope, ticket, thread.chatId, { method: 'editMessageText', payload })
}

/** A stream of their own: calls of the ticket's are dropped with its words. */
function send(
  scope: NoticeScope,
  { id }: Pick<Ticket, 'id'>,
  chatId: number,
  init: Pick<CallInit, 'method' | 'payload' | 'report'>,
): void {
  const calm = { policy: 'repeatable', priority: CALL_PRIORITY.bookkeeping } as const
  const call: OutgoingCall = toStaffGroup(chatId, null, { id: scope.ids.next(), ...calm, ...init })
  scope.unit.send({ ...call, stream: `forgotten:${id}` })
}

function byChat(copies: readonly GroupCopy[]): [number, readonly number[]][] {
  const chats = new Map<number, number[]>()
  for (const { chatId, messageId } of copies) chats.set(chatId, [...(chats.get(chatId) ?? []), messageId])
  return [...chats]
}
