import { packSubject } from '../../app/subject.ts'
import type { Customer } from '../../domain/people.ts'
import { answerBy } from '../../domain/promise.ts'
import type { Sla } from '../../domain/sla.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { privateLane } from '../lane-of.ts'
import { toCustomer } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { htmlText } from '../views/keyboard.ts'
import { priorityWord } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'

/** The customer reads the new promise; of several changes in a row, the last. The card follows. */
export async function noticeOfPriority(
  scope: NoticeScope,
  { ticket, customer, sla }: { ticket: Ticket; customer: Customer; sla: Sla },
): Promise<void> {
  const t = scope.textsFor(customer.language)
  const number = formatTicketNumber(ticket.number)
  const priority = priorityWord(t, ticket.priority)
  const lines = [t.html('priority-now', { number, priority }), promiseNow(scope, t, ticket, sla)]
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(lines.join(' ')),
      coalesceKey: `priority:${ticket.id}`,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
      report: {
        lane: privateLane(customer.telegramId),
        when: 'failure',
        data: packReport({ kind: 'to-customer', ticketId: ticket.id, messageId: null }),
      },
    }),
  )
  await refreshCard(scope, ticket, customer)
}

/** The answer's time until there is one, then that of the solution; none that has passed. */
function promiseNow({ rules, now }: NoticeScope, t: Texts, ticket: Ticket, sla: Sla): string {
  const isAnswered = sla.firstResponse.metAt !== null
  if (ticket.status === 'pending') return t.html('promise-paused')
  const by = isAnswered ? sla.resolution.dueAt : answerBy(ticket)
  if (by === null || by <= now) return t.html('promise-passed')
  const moment = tellMoment(by, t.language, rules.timeZone)
  return isAnswered ? t.html('promise-resolve-by', { moment }) : t.html('promise-answer-by', { moment })
}
