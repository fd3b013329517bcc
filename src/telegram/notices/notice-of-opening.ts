import { cardFormNow } from '../../app/mend-card.ts'
import type { StaffThread } from '../../app/staff-ports.ts'
import { packSubject } from '../../app/subject.ts'
import { opennessAt } from '../../domain/opening-hours.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { toCustomer, toStaffThread } from '../outgoing.ts'
import { htmlText, keyboard, tapButton } from '../views/keyboard.ts'
import { wayOfAnswer } from '../views/way-of-answer.ts'
import { mailOpening } from './notice-of-mail.ts'
import type { NoticeScope } from './notice-scope.ts'
import { type ShownTicket, sendCard } from './send-card.ts'
import { CLAIM_ROOM_PERCENT, topicCall } from './topic-call.ts'

/** About four new tickets a minute in an otherwise silent group, not two within ten seconds: that is how a rush begins. */
const OPENING_ROOM_PERCENT = 40

/** Confirmation to the customer; topic, card and photos to the staff. */
export async function noticeOfOpening(scope: NoticeScope, happened: ShownTicket): Promise<void> {
  const { ticket, customer, attachments } = happened
  confirm(scope, ticket, customer)
  mailOpening(scope, { ticket, customer, files: attachments.length })
  await showTicket(scope, { ...happened, to: 'topic' })
}

/** A new place for the ticket in the staff group, with its card and files. */
export async function showTicket(
  scope: NoticeScope,
  happened: ShownTicket & { to: 'topic' | 'group' },
): Promise<void> {
  const { ticket, customer, to } = happened
  const [chatId, cardForm] = await Promise.all([
    scope.groups.ofCategory(ticket.categoryId),
    cardFormNow({ stores: scope.unit, rules: scope.rules, now: scope.now }),
  ])
  if (chatId === null) return
  const thread = await openThread(scope, ticket, customer, { chatId, to, cardForm })
  await sendCard(scope, thread, happened)
}

/** An agent closed the ticket's topic, and the customer wrote on. */
export async function reopenTopic(scope: NoticeScope, ticket: Ticket): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null || thread.topicId === null) return
  const init = {
    id: scope.ids.next(),
    method: 'reopenForumTopic',
    payload: {},
    policy: 'repeatable',
  } as const
  scope.unit.send(toStaffThread(thread, ticket, init))
}

function confirm(scope: NoticeScope, ticket: Ticket, customer: Customer): void {
  const t = scope.textsFor(customer.language)
  const moment = tellMoment(ticket.promisedAt, t.language, scope.rules.timeZone)
  const number = formatTicketNumber(ticket.number)
  const lines = [
    t.html('ticket-confirmed', { number, moment }),
    ...wayOfAnswer(t, ticket, 'opened'),
    ...backAt(scope, t),
  ]
  const open = tapButton(t.plain('button-open-ticket'), { kind: 'ticket', ticketId: ticket.id, page: 0 })
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(lines.join('\n')), ...keyboard([open]) },
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}

/** After hours, when somebody is there again. */
function backAt({ rules, now }: NoticeScope, t: Texts): readonly string[] {
  const openness =
    rules.catalog.hours === undefined ? null : opennessAt(rules.catalog.hours, now, rules.timeZone)
  if (openness === null || openness.isOpen) return []
  return [t.html('ticket-after-hours', { moment: tellMoment(openness.opensAt, t.language, rules.timeZone) })]
}

/** A topic of the ticket's own in a calm forum; else the group itself: in a rush a topic costs more than it is worth. */
async function openThread(
  scope: NoticeScope,
  ticket: Ticket,
  customer: Customer,
  { chatId, to, cardForm }: Pick<StaffThread, 'chatId' | 'cardForm'> & { to: 'topic' | 'group' },
): Promise<StaffThread> {
  const group = await scope.unit.staffGroups.byId(chatId)
  // Not known yet: try; a refusal leads to the group itself.
  const forum = to === 'topic' && (group?.isForum ?? true)
  const thread: StaffThread = {
    ticketId: ticket.id,
    chatId,
    topicId: null,
    topicCallId: forum ? scope.ids.next() : null,
    cardCallId: scope.ids.next(),
    cardMessageId: null,
    cardForm,
    cardMenu: null,
  }
  scope.unit.threads.save(thread)
  if (thread.topicCallId !== null) {
    const roomPercent = ticket.assigneeId === null ? OPENING_ROOM_PERCENT : CLAIM_ROOM_PERCENT
    const ask = { id: thread.topicCallId, kind: 'topic', roomPercent } as const
    scope.unit.send(topicCall(scope, thread.chatId, { ticket, customer }, ask))
  }
  return thread
}
