import type { TicketTalk } from '../../app/message-notices.ts'
import { messageSubject } from '../../app/subject.ts'
import { wordsOf } from '../../domain/message-content.ts'
import type { Agent } from '../../domain/people.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { privateLane } from '../lane-of.ts'
import { messageOf, replyTo, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { htmlText } from '../views/keyboard.ts'
import { agentName } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'

/** A ready answer was written nowhere in the group: one message shows what the customer gets, and replies to it find their way. */
export async function noticeOfMacro(
  scope: NoticeScope,
  { ticket, customer, agent, message }: TicketTalk & { readonly agent: Agent },
): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const t = scope.staffTexts
  const html = t.html('macro-shown', {
    name: agentName(t, agent),
    number: formatTicketNumber(ticket.number),
    text: wordsOf(message.content)?.text ?? '',
  })
  const isPlain = thread.topicId === null && thread.topicCallId === null
  const card = isPlain ? (thread.cardMessageId ?? messageOf(thread.cardCallId)) : null
  const data = packReport({ kind: 'staff-copy', ticketId: ticket.id, messageId: null })
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(html), ...replyTo(card) },
      subject: messageSubject(message),
      report: { lane: privateLane(customer.telegramId), when: 'failure', data },
    }),
  )
}
