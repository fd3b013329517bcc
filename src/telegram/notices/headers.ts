import type { StaffThread } from '../../app/staff-ports.ts'
import type { FormattedText } from '../../domain/message-content.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { boldText, concat, mention, plainText } from '../content/formatted.ts'
import { agentName, customerName } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'
import { staffName } from './staff-name.ts'

/** Above an agent's words in the customer's chat: who writes, about which ticket. */
export function customerHeader(
  scope: NoticeScope,
  ticket: Ticket,
  customer: Customer,
  agent: Agent,
  asks = false,
): FormattedText {
  const t = scope.textsFor(customer.language)
  const number = formatTicketNumber(ticket.number)
  const key = asks ? 'header-question' : 'header-from-agent'
  return boldText(t.plain(key, { name: agentName(t, agent), number }))
}

/**
 * Above a customer's words in the staff group: names the assignee, so that they are notified, and, where the ticket has no topic
 * of its own, the ticket. Nothing in an unassigned ticket's topic: there the words speak for themselves.
 */
export async function staffHeader(
  scope: NoticeScope,
  thread: StaffThread,
  ticket: Ticket,
  customer: Customer,
): Promise<FormattedText | null> {
  const inTopic = thread.topicId !== null || thread.topicCallId !== null
  const assignee = ticket.assigneeId === null ? null : await scope.unit.agents.byId(ticket.assigneeId)
  if (inTopic && assignee === null) return null
  const from = customerName(scope.staffTexts, customer)
  const pieces = [boldText(inTopic ? from : `№ ${formatTicketNumber(ticket.number)} · ${from}`)]
  if (assignee !== null) {
    const name = await staffName(scope, assignee.id, thread.chatId)
    // Who took it anonymously is the group itself: nobody can be notified.
    pieces.push(
      plainText(' → '),
      assignee.telegramId > 0 ? mention(name, assignee.telegramId) : boldText(name),
    )
  }
  return concat(...pieces, plainText(':'))
}
