import { packSubject } from '../../app/subject.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import { toCustomer } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'

/** A broken promise is told before it is broken; the card shows the new one. */
export async function noticeOfDelay(
  scope: NoticeScope,
  { ticket, customer, delayedUntil }: { ticket: Ticket; customer: Customer; delayedUntil: Date },
): Promise<void> {
  const t = scope.textsFor(customer.language)
  const number = formatTicketNumber(ticket.number)
  const moment = tellMoment(delayedUntil, t.language, scope.rules.timeZone)
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(t.html('answer-delayed', { number, moment })),
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
  await refreshCard(scope, ticket, customer)
}
