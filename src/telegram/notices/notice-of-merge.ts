import { packSubject } from '../../app/subject.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { toCustomer } from '../outgoing.ts'
import { htmlText, keyboard, tapButton } from '../views/keyboard.ts'
import { showStatus } from './notice-of-status.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'

/** The customer is told once which ticket goes on, and a reply to that goes there. Nothing is asked about the other. */
export async function noticeOfMerge(
  scope: NoticeScope,
  { duplicate, into, customer }: { duplicate: Ticket; into: Ticket; customer: Customer },
): Promise<void> {
  const t = scope.textsFor(customer.language)
  const vars = { number: formatTicketNumber(duplicate.number), into: formatTicketNumber(into.number) }
  const open = tapButton(t.plain('button-open-ticket'), { kind: 'ticket', ticketId: into.id, page: 0 })
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(t.html('tickets-merged', vars)), ...keyboard([open]) },
      subject: packSubject({ kind: 'notice', ticketId: into.id }),
    }),
  )
  await showStatus(scope, duplicate, customer)
  await refreshCard(scope, into, customer)
}
