import type { StaffThread } from '../../app/staff-ports.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { onStaffMessage } from '../outgoing.ts'
import { htmlText, keyboard } from '../views/keyboard.ts'
import { richLine } from '../views/rich-card.ts'
import { showLastWords } from './last-words.ts'
import type { NoticeScope } from './notice-scope.ts'
import { type ShownTicket, sendCard } from './send-card.ts'
import { staffName } from './staff-name.ts'
import { CLAIM_ROOM_PERCENT, topicCall } from './topic-call.ts'

/** Asks for a topic for a ticket that was taken in General. */
export function askForTopic(
  scope: NoticeScope,
  { thread, ...about }: { ticket: Ticket; customer: Customer; thread: StaffThread },
): void {
  if (thread.topicCallId === null) return
  const ask = { id: thread.topicCallId, kind: 'claim', roomPercent: CLAIM_ROOM_PERCENT } as const
  scope.unit.send(topicCall(scope, thread.chatId, about, ask))
}

/** The card goes into the new topic, with what was said in General; its place there leads to it. */
export async function moveThread(
  scope: NoticeScope,
  happened: ShownTicket & { from: StaffThread },
): Promise<void> {
  const { ticket, from } = happened
  const moved = await scope.unit.threads.ofTicket(ticket.id)
  if (moved === null || moved.topicId === null) return
  const thread = { ...moved, cardCallId: scope.ids.next(), cardMessageId: null }
  scope.unit.threads.save(thread)
  await sendCard(scope, thread, happened)
  // Words that came after the topic was asked for may have got into it before this.
  const except = { chatId: moved.chatId, from: moved.topicId }
  await showLastWords(scope, thread, { ticket, customer: happened.customer, except })
  if (from.cardMessageId === null) return
  scope.unit.send(
    onStaffMessage(from, ticket, from.cardMessageId, {
      id: scope.ids.next(),
      method: 'editMessageText',
      payload: await signpost(scope, ticket, from, moved.topicId),
      coalesceKey: `card:${ticket.id}`,
    }),
  )
}

async function signpost(
  scope: NoticeScope,
  ticket: Ticket,
  from: StaffThread,
  topicId: number,
): Promise<Record<string, unknown>> {
  const t = scope.staffTexts
  const name = await staffName(scope, ticket.assigneeId, from.chatId)
  const vars = { number: formatTicketNumber(ticket.number), name }
  const line =
    from.cardForm === 'rich' ? richLine(t.plain('card-moved', vars)) : htmlText(t.html('card-moved', vars))
  return {
    ...line,
    ...keyboard([{ text: t.plain('button-open-topic'), url: topicLink(from.chatId, topicId) }]),
  }
}

/** https://core.telegram.org/api/links#private-message-links: a supergroup's id without its `-100`. */
function topicLink(chatId: number, topicId: number): string {
  return `https://t.me/c/${String(chatId).replace(/^-100/, '')}/${topicId}`
}
