import type { StaffThread } from '../app/staff-ports.ts'
import { ticketStream } from '../app/streams.ts'
import { CALL_PRIORITY, type CallRef, type OutgoingCall } from '../delivery/outgoing-call.ts'
import type { Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'

/** Builders of outgoing calls: who they are for decides their chat, stream and place in the queue. */

export interface CallInit {
  readonly id: string
  readonly method: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly policy?: OutgoingCall['policy']
  readonly priority?: OutgoingCall['priority']
  readonly notBefore?: Date | null
  readonly coalesceKey?: string | null
  readonly albumKey?: string | null
  readonly albumIndex?: number
  readonly subject?: string | null
  readonly report?: OutgoingCall['report']
  readonly roomPercent?: number | null
}

/** A call to a person's private chat. All of them go out in the order they were put. */
export function toPerson(telegramId: number, init: CallInit): OutgoingCall {
  return call(init, telegramId, `chat:${telegramId}`, { chat_id: telegramId })
}

export function toCustomer(customer: Pick<Customer, 'telegramId'>, init: CallInit): OutgoingCall {
  return toPerson(customer.telegramId, init)
}

/** A call to the ticket's place in the staff group: its topic, also one that is only being made, or the group itself. */
export function toStaffThread(
  thread: StaffThread,
  ticket: Pick<Ticket, 'id' | 'priority'>,
  init: CallInit,
): OutgoingCall {
  const topic = topicOf(thread)
  const address = { chat_id: thread.chatId, ...(topic === null ? {} : { message_thread_id: topic }) }
  const priority =
    ticket.priority === 'urgent' ? CALL_PRIORITY.urgent : (init.priority ?? CALL_PRIORITY.reply)
  return call({ ...init, priority }, thread.chatId, ticketStream(ticket.id), address)
}

/** A call to the staff group outside any ticket, in `topicId` if the question was asked there. */
export function toStaffGroup(chatId: number, topicId: number | null, init: CallInit): OutgoingCall {
  const address = { chat_id: chatId, ...(topicId === null ? {} : { message_thread_id: topicId }) }
  return call(init, chatId, topicId === null ? `group:${chatId}` : `topic:${chatId}:${topicId}`, address)
}

/** Edits, pins and deletions take no thread id. */
export function onStaffMessage(
  thread: StaffThread,
  ticket: Pick<Ticket, 'id'>,
  messageId: number | CallRef,
  init: CallInit,
): OutgoingCall {
  const address = { chat_id: thread.chatId, message_id: messageId }
  const calm = { policy: 'repeatable', priority: CALL_PRIORITY.bookkeeping } as const
  return call({ ...calm, ...init }, thread.chatId, ticketStream(ticket.id), address)
}

/** What is done to the ticket's topic itself. */
export function onStaffTopic(thread: StaffThread, ticket: Pick<Ticket, 'id'>, init: CallInit): OutgoingCall {
  const address = { chat_id: thread.chatId, message_thread_id: thread.topicId }
  const calm = { policy: 'repeatable', priority: CALL_PRIORITY.bookkeeping } as const
  return call({ ...calm, ...init }, thread.chatId, ticketStream(ticket.id), address)
}

function topicOf(thread: StaffThread): number | CallRef | null {
  if (thread.topicId !== null) return thread.topicId
  if (thread.topicCallId === null) return null
  return { $ref: thread.topicCallId, field: 'message_thread_id', orElse: 'omit' }
}

/** The message another call brings, once it has been sent. */
export function messageOf(callId: string): CallRef {
  return { $ref: callId, field: 'message_id', orElse: 'give-up' }
}

/** Answers a message, and goes out as a plain message where that one is gone. */
export function replyTo(messageId: number | CallRef | null): { reply_parameters?: unknown } {
  if (messageId === null) return {}
  const target = typeof messageId === 'number' ? messageId : { ...messageId, orElse: 'omit' as const }
  return { reply_parameters: { message_id: target, allow_sending_without_reply: true } }
}

function call(
  init: CallInit,
  chatId: number,
  stream: string,
  address: Readonly<Record<string, unknown>>,
): OutgoingCall {
  return {
    id: init.id,
    chatId,
    stream,
    method: init.method,
    payload: { ...address, ...init.payload },
    priority: init.priority ?? CALL_PRIORITY.reply,
    policy: init.policy ?? 'at-least-once',
    notBefore: init.notBefore ?? null,
    coalesceKey: init.coalesceKey ?? null,
    albumKey: init.albumKey ?? null,
    albumIndex: init.albumIndex ?? 0,
    subject: init.subject ?? null,
    report: init.report ?? null,
    roomPercent: init.roomPercent ?? null,
  }
}
