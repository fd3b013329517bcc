import { packSubject } from '../../app/subject.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { toCustomer } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

/** In words what a reaction says otherwise. Nobody misses a second one. */
export function noticeOfAddition(
  scope: NoticeScope,
  { ticket, customer }: { readonly ticket: Ticket; readonly customer: Customer },
): void {
  const number = formatTicketNumber(ticket.number)
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(scope.textsFor(customer.language).html('message-added', { number })),
      policy: 'at-most-once',
      coalesceKey: `added:${ticket.id}`,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
