import { packSubject } from '../../app/subject.ts'
import type { Score } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { toStaffThread } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

/** A low score, or the words that go with any, in the ticket's place. */
export async function noticeOfRating(
  scope: NoticeScope,
  { ticket, score, comment }: { ticket: Ticket; score: Score; comment: string | null },
): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const number = formatTicketNumber(ticket.number)
  const text =
    comment === null
      ? scope.staffTexts.html('staff-rated', { number, score })
      : scope.staffTexts.html('staff-rated-words', { number, score, comment })
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(text),
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
