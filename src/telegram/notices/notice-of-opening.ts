import type { StaffThread } from '../../app/ports.ts'
import { packSubject } from '../../app/subject.ts'
import { CALL_PRIORITY } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Attachment } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import { privateLane } from '../lane-of.ts'
import { messageOf, replyTo, toCustomer, toStaffGroup, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { ticketCard, topicName } from '../views/card.ts'
import { htmlText, keyboard, tapButton } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Confirmation to the customer; topic, card and photos to the staff. */
export async function noticeOfOpening(
  scope: NoticeScope,
  happened: { ticket: Ticket; customer: Customer; attachments: readonly Attachment[] },
): Promise<void> {
  confirm(scope, happened.ticket, happened.customer)
  await showTicket(scope, { ...happened, to: 'topic' })
}

/** A new place for the ticket in the staff group, with its card and files. */
export async function showTicket(
  scope: NoticeScope,
  happened: { ticket: Ticket; customer: Customer; attachments: readonly Attachment[]; to: 'topic' | 'group' },
): Promise<void> {
  const { ticket, customer, attachments, to } = happened
  const chatId = await scope.groups.ofCategory(ticket.categoryId)
  if (chatId === null) return
  const thread = await openThread(scope, ticket, customer, { chatId, to })
  const before = ticket.precededById === null ? null : await scope.unit.tickets.byId(ticket.precededById)
  const payload = ticketCard(scope.staffTexts, scope.rules.catalog, scope.rules.timeZone, {
    ticket,
    customer,
    assignee: ticket.assigneeId === null ? null : await scope.unit.agents.byId(ticket.assigneeId),
    attachments: attachments.length,
    precededBy: before?.number ?? null,
  })
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: thread.cardCallId,
      method: 'sendMessage',
      payload,
      priority: CALL_PRIORITY.card,
      subject: packSubject({ kind: 'card', ticketId: ticket.id }),
      report: {
        lane: privateLane(customer.telegramId),
        when: 'always',
        data: packReport({ kind: 'card', ticketId: ticket.id }),
      },
    }),
  )
  for (const attachment of attachments) sendAttachment(scope, thread, ticket, customer, attachment)
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
  const moment = formatMoment(ticket.promisedAt, t.language, scope.rules.timeZone)
  const number = formatTicketNumber(ticket.number)
  const open = tapButton(t.plain('button-open-ticket'), { kind: 'ticket', ticketId: ticket.id, page: 0 })
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(t.html('ticket-confirmed', { number, moment })), ...keyboard([open]) },
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}

/** A topic of the ticket's own in a forum; in a plain group, and where no topic could be made, the group itself. */
async function openThread(
  scope: NoticeScope,
  ticket: Ticket,
  customer: Customer,
  { chatId, to }: { chatId: number; to: 'topic' | 'group' },
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
  }
  scope.unit.threads.save(thread)
  if (thread.topicCallId === null) return thread
  const call = toStaffGroup(chatId, null, {
    id: thread.topicCallId,
    method: 'createForumTopic',
    payload: { name: topicName(scope.staffTexts, scope.rules.catalog, ticket, customer) },
    policy: 'at-most-once',
    priority: ticket.priority === 'urgent' ? CALL_PRIORITY.urgent : CALL_PRIORITY.card,
    report: {
      lane: privateLane(customer.telegramId),
      when: 'always',
      data: packReport({ kind: 'topic', ticketId: ticket.id }),
    },
  })
  scope.unit.send({ ...call, stream: `ticket:${ticket.id}` })
  return thread
}

function sendAttachment(
  scope: NoticeScope,
  thread: StaffThread,
  ticket: Ticket,
  customer: Customer,
  attachment: Attachment,
): void {
  const photo = attachment.kind === 'photo'
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: photo ? 'sendPhoto' : 'sendDocument',
      payload: {
        [attachment.kind]: attachment.fileId,
        ...(attachment.caption === null ? {} : { caption: attachment.caption }),
        ...replyTo(messageOf(thread.cardCallId)),
      },
      priority: CALL_PRIORITY.card,
      // Photos and documents can't share an album.
      albumKey: `card:${ticket.id}:${attachment.kind}`,
      albumIndex: attachment.position,
      subject: packSubject({ kind: 'card', ticketId: ticket.id }),
      report: {
        lane: privateLane(customer.telegramId),
        when: 'failure',
        data: packReport({ kind: 'staff-copy', ticketId: ticket.id, messageId: null }),
      },
    }),
  )
}
