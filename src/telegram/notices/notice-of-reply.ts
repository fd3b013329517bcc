import { messageSubject, packSubject } from '../../app/subject.ts'
import type { Agent } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { boldText } from '../content/formatted.ts'
import { mirrorContent } from '../content/mirror-content.ts'
import { messageOf, replyTo, toStaffThread } from '../outgoing.ts'
import { agentName } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'

/** In the ticket's place, so that nobody answers a second time: who answered, and what. */
export async function noticeOfReplyElsewhere(
  scope: NoticeScope,
  { ticket, message, agent }: { ticket: Ticket; message: TicketMessage; agent: Agent },
): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const t = scope.staffTexts
  const vars = { name: agentName(t, agent), number: formatTicketNumber(ticket.number) }
  const { header, body } = mirrorContent(message.content, boldText(t.plain('staff-replied-elsewhere', vars)))
  const inTopic = thread.topicId !== null || thread.topicCallId !== null
  const card = inTopic ? null : (thread.cardMessageId ?? messageOf(thread.cardCallId))
  if (header !== null) {
    const subject = packSubject({ kind: 'notice', ticketId: ticket.id })
    scope.unit.send(toStaffThread(thread, ticket, { ...header, id: scope.ids.next(), subject }))
  }
  scope.unit.send(
    toStaffThread(thread, ticket, {
      ...body,
      id: scope.ids.next(),
      payload: { ...body.payload, ...replyTo(card) },
      // A reply to it is a reply to what the customer has read, and /retract takes that back.
      subject: messageSubject(message),
    }),
  )
}
