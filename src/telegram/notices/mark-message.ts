import { CALL_PRIORITY } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { onStaffMessage, toCustomer } from '../outgoing.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Of a customer's message that is in the ticket, and of an agent's that the customer has. */
export const TAKEN_IN = '👌'
const MARKS = { delivered: TAKEN_IN, note: '✍' } as const

/** A mark is nice to have: it takes what a calm group has left, and nothing of a beginning rush. */
export const MARK_ROOM_PERCENT = 50

/** https://core.telegram.org/bots/api#setmessagereaction: one reaction a message, the last one counts. */
export function reactionPayload(emoji: string): { readonly reaction: readonly object[] } {
  return { reaction: [{ type: 'emoji', emoji }] }
}

type Said = { readonly ticket: Ticket; readonly message: TicketMessage }

/** What became of an agent's message is said by a reaction on it: no words, no noise. */
export function markMessage(scope: NoticeScope, said: Said & { as: 'delivered' | 'note' }): Promise<void> {
  return react(scope, said, MARKS[said.as], MARK_ROOM_PERCENT)
}

/** The customer's own reaction takes the place of "delivered": who reacts has it. It is an answer, and waits for its turn. */
export function showCustomersReaction(
  scope: NoticeScope,
  said: Said & { emoji: string | null },
): Promise<void> {
  return react(scope, said, said.emoji ?? MARKS.delivered, null)
}

async function react(
  scope: NoticeScope,
  { ticket, message }: Said,
  emoji: string,
  roomPercent: number | null,
): Promise<void> {
  const thread = await scope.unit.threads.ofTicket(ticket.id)
  // Where the ticket lived before nobody looks any more.
  if (thread === null || thread.chatId !== message.sourceChatId) return
  scope.unit.send(
    onStaffMessage(thread, ticket, message.sourceMessageId, {
      id: scope.ids.next(),
      method: 'setMessageReaction',
      payload: reactionPayload(emoji),
      priority: CALL_PRIORITY.bookkeeping,
      roomPercent,
      // An album is one message to those who look at it.
      coalesceKey: `mark:${message.albumId ?? message.id}`,
    }),
  )
}

/** In the customer's chat it costs the group nothing. */
export function showAgentsReaction(
  scope: NoticeScope,
  { customer, message, emoji }: Said & { customer: Customer; emoji: string | null },
): void {
  if (message.sourceChatId !== customer.telegramId) return
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'setMessageReaction',
      payload: { message_id: message.sourceMessageId, ...reactionPayload(emoji ?? TAKEN_IN) },
      policy: 'repeatable',
      coalesceKey: `reaction:${message.id}`,
    }),
  )
}
