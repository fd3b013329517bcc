import type { DeliveryTrouble } from '../../app/message-notices.ts'
import { packSubject } from '../../app/subject.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { replyTo, toStaffThread } from '../outgoing.ts'
import { htmlText, keyboard, tapButton } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'
import { placeInGroup } from './show-message.ts'

const KEYS: Readonly<Record<DeliveryTrouble, string>> = {
  held: 'trouble-held',
  'given-up': 'trouble-given-up',
  unreachable: 'trouble-unreachable',
  'maybe-twice': 'trouble-maybe-twice',
  failed: 'trouble-failed',
  'not-shown': 'trouble-not-shown',
}

/** Agents never believe "sent" of what was not: the word stands as a reply under the message it is about. */
export async function noticeOfTrouble(
  scope: NoticeScope,
  happened: { ticket: Ticket; message: TicketMessage | null; reason: DeliveryTrouble },
): Promise<void> {
  const { ticket, message, reason } = happened
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const about = await placeInGroup(scope, message, thread.chatId)
  const text = scope.staffTexts.html(KEYS[reason], { number: formatTicketNumber(ticket.number) })
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(text), ...tryAgain(scope, happened), ...replyTo(about) },
      coalesceKey: message === null ? `trouble:${ticket.id}:${reason}` : null,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
  if (reason === 'unreachable') await refreshCard(scope, ticket)
}

/** Where another try may help: to whoever is blocked it goes out by itself. */
function tryAgain(
  { staffTexts: t }: NoticeScope,
  { ticket, message, reason }: { ticket: Ticket; message: TicketMessage | null; reason: DeliveryTrouble },
) {
  if (reason !== 'failed' || message?.author !== 'agent') return {}
  const data = { kind: 'staff', ticketId: ticket.id, action: 'resend', value: message.id } as const
  return keyboard([tapButton(t.plain('button-resend'), data)])
}

/** What agents wrote while the customer could not be reached goes out now. */
export async function noticeOfReturn(scope: NoticeScope, ticket: Ticket): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const number = formatTicketNumber(ticket.number)
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(scope.staffTexts.html('staff-customer-back', { number })),
      coalesceKey: `back:${ticket.id}`,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
