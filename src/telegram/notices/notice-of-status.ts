import { packSubject } from '../../app/subject.ts'
import { reopenDeadline } from '../../domain/lifecycle.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import { SCORES, type Score } from '../../domain/rating.ts'
import type { Ticket, TicketStatus } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { privateLane } from '../lane-of.ts'
import { toCustomer, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { topicMark } from '../views/card.ts'
import { htmlText, keyboard, tapButton } from '../views/keyboard.ts'
import { agentName } from '../views/words.ts'
import { mailStatus } from './notice-of-mail.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'
import { renameTopic } from './rename-topic.ts'

/** A short message to the customer, the card brought up to date, and a word to the staff where the customer did it. */
export async function noticeOfStatus(
  scope: NoticeScope,
  happened: { ticket: Ticket; before: TicketStatus; customer: Customer; agent: Agent | null },
): Promise<void> {
  const { ticket, customer, agent } = happened
  const t = scope.textsFor(customer.language)
  const assignee = ticket.assigneeId === null ? null : await scope.unit.agents.byId(ticket.assigneeId)
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: statusMessage(scope, t, { ...happened, assignee }),
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
      report: {
        lane: privateLane(customer.telegramId),
        when: 'failure',
        data: packReport({ kind: 'to-customer', ticketId: ticket.id, messageId: null }),
      },
    }),
  )
  mailStatus(scope, { ticket, customer })
  const isMarkNew = topicMark(ticket.status) !== topicMark(happened.before)
  if (isMarkNew) await showStatus(scope, ticket, customer)
  else await refreshCard(scope, ticket, customer)
  // Out of pending leads only the customer's own message, which the staff is shown anyway: the group's actions are scarce.
  if (agent === null && happened.before !== 'pending') await tellStaff(scope, ticket)
}

/** On the card, and in the name of its topic. */
export async function showStatus(scope: NoticeScope, ticket: Ticket, customer: Customer): Promise<void> {
  await refreshCard(scope, ticket, customer)
  await renameTopic(scope, ticket, customer)
}

function statusMessage(
  scope: NoticeScope,
  t: Texts,
  happened: { ticket: Ticket; before: TicketStatus; agent: Agent | null; assignee: Agent | null },
): Record<string, unknown> {
  const { ticket, before, agent, assignee } = happened
  const number = formatTicketNumber(ticket.number)
  const name = agentName(t, agent)
  switch (ticket.status) {
    case 'new':
    case 'open':
      // Whoever wrote the first answer need not be the one who has the ticket.
      if (before === 'new')
        return htmlText(t.html('status-now-open', { number, name: agentName(t, assignee ?? agent) }))
      return htmlText(t.html('status-now-reopened', { number }))
    case 'pending':
      return htmlText(t.html('status-now-pending', { number, name }))
    case 'resolved': {
      const until = reopenDeadline(ticket.resolvedAt ?? scope.now, scope.rules.reopenWindowDays)
      const moment = tellMoment(until, t.language, scope.rules.timeZone)
      return {
        ...htmlText(t.html('status-now-resolved', { number, name, moment })),
        ...isItSolved(t, ticket),
      }
    }
    case 'closed':
      return closedMessage(t, ticket, before)
    case 'cancelled':
      return htmlText(t.html('status-now-cancelled', { number }))
    default:
      return ticket.status satisfies never
  }
}

/** Who was not helped is not asked how well. */
function closedMessage(t: Texts, ticket: Ticket, before: TicketStatus): Record<string, unknown> {
  const number = formatTicketNumber(ticket.number)
  const again = [tapButton(t.plain('button-again'), { kind: 'own', ticketId: ticket.id, action: 'again' })]
  const wasHelped = ticket.firstReplyAt !== null || before === 'resolved'
  if (!wasHelped)
    return { ...htmlText(t.html('status-now-closed-unanswered', { number })), ...keyboard(again) }
  return { ...htmlText(t.html('status-now-closed', { number })), ...keyboard(...scores(t, ticket), again) }
}

/** Nobody is closed upon without a word. */
export function noticeOfClosing(
  scope: NoticeScope,
  { ticket, customer, closesAt }: { ticket: Ticket; customer: Customer; closesAt: Date },
): void {
  const t = scope.textsFor(customer.language)
  const number = formatTicketNumber(ticket.number)
  const moment = tellMoment(closesAt, t.language, scope.rules.timeZone)
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(t.html('closing-soon', { number, moment })), ...isItSolved(t, ticket) },
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}

function isItSolved(t: Texts, { id: ticketId }: Ticket) {
  const own = (key: string, action: 'solved' | 'unsolved') =>
    tapButton(t.plain(key), { kind: 'own', ticketId, action })
  return keyboard([own('button-solved', 'solved')], [own('button-unsolved', 'unsolved')])
}

/** Each in words: a row of numbers does not tell which end is the good one. */
function scores(t: Texts, { id: ticketId }: Ticket) {
  const button = (score: Score) =>
    tapButton(t.plain(`button-score-${score}`), { kind: 'rate', ticketId, score })
  return [SCORES.slice(0, 2).map(button), SCORES.slice(2).map(button)]
}

const STAFF_WORDS: Readonly<Partial<Record<TicketStatus, string>>> = {
  open: 'staff-reopened',
  closed: 'staff-closed',
  cancelled: 'staff-cancelled',
}

async function tellStaff(scope: NoticeScope, ticket: Ticket): Promise<void> {
  const key = STAFF_WORDS[ticket.status]
  const thread = await scope.threadOf(ticket)
  if (key === undefined || thread === null) return
  // There is nothing left to do: where a topic's name says so, a line in it is not worth an action.
  if (ticket.status === 'closed' && thread.topicId !== null) return
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: htmlText(scope.staffTexts.html(key, { number: formatTicketNumber(ticket.number) })),
      coalesceKey: `status-word:${ticket.id}`,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}
