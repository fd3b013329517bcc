import type { MailTrouble } from '../../app/mail-trouble.ts'
import { packSubject } from '../../app/subject.ts'
import { maskEmail } from '../../domain/email.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import type { Texts } from '../../texts/texts.ts'
import { replyTo, toCustomer, toStaffThread } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'
import { placeInGroup } from './show-message.ts'

/** A letter did not get through: under the agent's message it says so, and the customer learns once where answers are read. */
export async function noticeOfMailTrouble(
  scope: NoticeScope,
  happened: {
    ticket: Ticket
    customer: Customer
    message: TicketMessage | null
    trouble: MailTrouble
    isFirst: boolean
  },
): Promise<void> {
  const { ticket, customer, message, trouble, isFirst } = happened
  const { staffTexts: t } = scope
  const where =
    customer.unreachableSince === null ? t.html('trouble-mail-in-chat') : t.html('trouble-mail-blocked')
  await tellStaff(scope, ticket, message, `${why(t, ticket, trouble)} ${where}`)
  if (isFirst) tellCustomer(scope, ticket, customer)
}

/** Blocked in the chat, read in the mail: nothing to be done again. */
export async function noticeOfMailed(
  scope: NoticeScope,
  { ticket, message }: { ticket: Ticket; message: TicketMessage },
): Promise<void> {
  const number = formatTicketNumber(ticket.number)
  await tellStaff(scope, ticket, message, scope.staffTexts.html('delivered-by-mail', { number }))
}

export function noticeOfLostCode(
  scope: NoticeScope,
  { customer, email, trouble }: { customer: Customer; email: string; trouble: MailTrouble },
): void {
  const t = scope.textsFor(customer.language)
  const key = trouble.kind === 'refused' ? 'code-refused' : 'code-not-sent'
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(t.html(key, { email })),
      coalesceKey: `lost-code:${customer.id}`,
    }),
  )
}

function why(t: Texts, ticket: Ticket, trouble: MailTrouble): string {
  const number = formatTicketNumber(ticket.number)
  switch (trouble.kind) {
    case 'refused':
      return t.html('trouble-mail-refused', { number, code: trouble.code })
    case 'no-answer':
      return t.html('trouble-mail-no-answer', { number })
    case 'off':
      return t.html('trouble-mail-off', { number })
    default:
      return trouble satisfies never
  }
}

async function tellStaff(
  scope: NoticeScope,
  ticket: Ticket,
  message: TicketMessage | null,
  html: string,
): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const about = await placeInGroup(scope, message, thread.chatId)
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(html), ...replyTo(about) },
      coalesceKey: message === null ? `mail-trouble:${ticket.id}` : null,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}

function tellCustomer(scope: NoticeScope, ticket: Ticket, customer: Customer): void {
  const number = formatTicketNumber(ticket.number)
  const email = maskEmail(ticket.replyTo ?? '')
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(scope.textsFor(customer.language).html('mail-not-arriving', { number, email })),
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
