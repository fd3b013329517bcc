import { packSubject } from '../../app/subject.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { replyTo, toStaffThread } from '../outgoing.ts'
import { htmlText, keyboard, tapButton } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'
import { staffName } from './staff-name.ts'

/** Under the second answer: the customer has both, and one tap takes this one back. */
export async function noticeOfCrossing(
  scope: NoticeScope,
  { ticket, first, second }: { ticket: Ticket; first: TicketMessage; second: TicketMessage },
): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const t = scope.staffTexts
  const [one, other] = await Promise.all(
    [first, second].map(({ agentId, sourceChatId }) => staffName(scope, agentId, sourceChatId)),
  )
  const number = formatTicketNumber(ticket.number)
  const text = t.html('answers-crossed', { number, first: one ?? '', second: other ?? '' })
  const takeBack = tapButton(t.plain('button-take-back'), {
    kind: 'staff',
    ticketId: ticket.id,
    action: 'take-back',
    value: second.id,
  })
  const about = second.sourceChatId === thread.chatId ? second.sourceMessageId : null
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(text), ...keyboard([takeBack]), ...replyTo(about) },
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
