import type { StaffThread } from '../../app/staff-ports.ts'
import { packSubject } from '../../app/subject.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { messageOf, onStaffMessage, replyTo, toStaffThread } from '../outgoing.ts'
import { categoryTitle } from '../views/card-menu.ts'
import { htmlText, NO_KEYBOARD } from '../views/keyboard.ts'
import { richLine } from '../views/rich-card.ts'
import { showStatus } from './notice-of-status.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'
import { staffName } from './staff-name.ts'

interface Transfer {
  readonly ticket: Ticket
  readonly customer: Customer
  readonly by: Agent
  readonly to: Agent | null
  readonly reason: string
  readonly from: StaffThread | null
}

/** The card, in its new place where that is another group, and under it who handed the ticket to whom and why. */
export async function noticeOfTransfer(scope: NoticeScope, transfer: Transfer): Promise<void> {
  const { ticket, customer, from } = transfer
  // A ticket that belongs into another group settles there, with a card that is up to date.
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const hasMoved = from !== null && from.chatId !== thread.chatId
  if (hasMoved) leaveWord(scope, from, ticket)
  // The topic's name says what it is about.
  else if (transfer.to === null) await showStatus(scope, ticket, customer)
  else await refreshCard(scope, ticket, customer)
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: {
        ...htmlText(await words(scope, transfer, from?.chatId ?? thread.chatId)),
        ...replyTo(thread.cardMessageId ?? messageOf(thread.cardCallId)),
      },
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}

async function words(
  scope: NoticeScope,
  { ticket, by, to, reason }: Transfer,
  chatId: number,
): Promise<string> {
  const t = scope.staffTexts
  const number = formatTicketNumber(ticket.number)
  const name = await staffName(scope, by.id, chatId)
  if (to === null) {
    const category = categoryTitle(t, scope.rules.catalog, ticket.categoryId)
    return t.html('staff-transferred-category', { number, name, category, reason })
  }
  const colleague = await staffName(scope, to.id, chatId)
  return t.html('staff-transferred', { number, name, colleague, id: String(to.telegramId), reason })
}

/** The card it leaves behind says where to look. */
function leaveWord(scope: NoticeScope, from: StaffThread, ticket: Ticket): void {
  if (from.cardMessageId === null) return
  const t = scope.staffTexts
  const category = categoryTitle(t, scope.rules.catalog, ticket.categoryId)
  const vars = { number: formatTicketNumber(ticket.number), category }
  const line =
    from.cardForm === 'rich'
      ? richLine(t.plain('card-transferred', vars))
      : htmlText(t.html('card-transferred', vars))
  scope.unit.send(
    onStaffMessage(from, ticket, from.cardMessageId, {
      id: scope.ids.next(),
      method: 'editMessageText',
      payload: { ...line, ...NO_KEYBOARD },
      coalesceKey: `card:${ticket.id}`,
    }),
  )
}
