import type { TicketTalk } from '../../app/message-notices.ts'
import type { StaffThread } from '../../app/staff-ports.ts'
import { messageSubject, packSubject } from '../../app/subject.ts'
import type { Agent } from '../../domain/people.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { boldText } from '../content/formatted.ts'
import { mirrorContent, mirrorEdit } from '../content/mirror-content.ts'
import { privateLane } from '../lane-of.ts'
import { type CallInit, messageOf, onStaffMessage, replyTo, toCustomer, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { htmlText } from '../views/keyboard.ts'
import { customerHeader, staffHeader } from './headers.ts'
import type { NoticeScope } from './notice-scope.ts'
import { showFirst } from './settle-anew.ts'
import { carriesHeader, counterpart, headerCallId, placeInGroup } from './show-message.ts'

/** An edit on one side is shown on the other. */
export async function showEdit(
  scope: NoticeScope,
  talk: TicketTalk & { agent: Agent | null },
): Promise<void> {
  if (talk.message.author === 'agent') await editAtCustomer(scope, talk)
  else await editAtStaff(scope, talk)
}

async function editAtCustomer(scope: NoticeScope, talk: TicketTalk & { agent: Agent | null }): Promise<void> {
  const { ticket, customer, message } = talk
  const author = message.agentId === null ? null : await scope.unit.agents.byId(message.agentId)
  const header = author === null ? null : customerHeader(scope, ticket, customer, author)
  const edit = mirrorEdit(message.content, (await carriesHeader(scope, message)) ? header : null)
  const target = await counterpart(scope, message, customer.telegramId)
  if (edit === null || target === null) return
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: edit.method,
      payload: { message_id: target, ...edit.payload },
      policy: 'repeatable',
      coalesceKey: `edit:${message.id}`,
    }),
  )
}

async function editAtStaff(scope: NoticeScope, talk: TicketTalk): Promise<void> {
  const { ticket, customer, message } = talk
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  // The place has changed since: here nobody has the words that are corrected.
  if (await wasShownElsewhere(scope, message, thread.chatId)) return showFirst(scope, thread, talk)
  if (message.sharesMirror) return addCorrection(scope, thread, talk)
  const header = (await carriesHeader(scope, message))
    ? await staffHeader(scope, thread, ticket, customer)
    : null
  const edit = mirrorEdit(message.content, header)
  const target = await counterpart(scope, message, thread.chatId)
  if (edit === null || target === null) return
  scope.unit.send(
    onStaffMessage(thread, ticket, target, {
      id: scope.ids.next(),
      method: edit.method,
      payload: edit.payload,
      coalesceKey: `edit:${message.id}`,
    }),
  )
}

async function wasShownElsewhere(
  scope: NoticeScope,
  message: TicketMessage,
  chatId: number,
): Promise<boolean> {
  const subject = messageSubject(message)
  return (
    (await scope.unit.links.messageIdOf(chatId, subject)) === null &&
    (await scope.unit.links.isShown(subject))
  )
}

/** A text that shares its message with others can't be changed in place: the new wording comes as a reply to it. */
async function addCorrection(scope: NoticeScope, thread: StaffThread, talk: TicketTalk): Promise<void> {
  const { ticket, message } = talk
  if (message.content.kind !== 'text') return
  const { header, body } = mirrorContent(
    message.content,
    boldText(scope.staffTexts.plain('staff-correction')),
  )
  const put = (init: CallInit) => scope.unit.send(toStaffThread(thread, ticket, init))
  if (header !== null) put({ ...header, id: scope.ids.next() })
  const target = await counterpart(scope, message, thread.chatId)
  put({
    ...body,
    id: scope.ids.next(),
    payload: { ...body.payload, ...replyTo(target) },
    coalesceKey: `edit:${message.id}`,
    subject: messageSubject(message),
  })
}

/** Asks for the message to be deleted from the customer's chat. Both sides are told when Telegram has answered. */
export async function askRetraction(scope: NoticeScope, talk: TicketTalk): Promise<void> {
  const { ticket, customer, message } = talk
  const target = await counterpart(scope, message, customer.telegramId)
  if (target === null) return
  dropHeader(scope, talk)
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'deleteMessage',
      payload: { message_id: target },
      policy: 'repeatable',
      report: {
        lane: privateLane(customer.telegramId),
        when: 'always',
        data: packReport({ kind: 'retraction', ticketId: ticket.id, messageId: message.id }),
      },
    }),
  )
}

/** A name that stood in a message of its own goes with the words it stood above; where there was none, nothing happens. */
function dropHeader(scope: NoticeScope, { customer, message }: TicketTalk): void {
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'deleteMessage',
      payload: { message_id: messageOf(headerCallId(message)) },
      policy: 'repeatable',
    }),
  )
}

/** Takes a part of an album back without a word: it belongs to a note. If it has not gone yet, this takes its place. */
export function recallPart(scope: NoticeScope, { customer, message }: TicketTalk): void {
  if (message.mirrorCallId === null) return
  scope.unit.send(
    toCustomer(customer, {
      id: scope.ids.next(),
      method: 'deleteMessage',
      payload: { message_id: messageOf(message.mirrorCallId) },
      policy: 'repeatable',
      coalesceKey: `part:${message.id}`,
    }),
  )
}

export async function showRetraction(
  scope: NoticeScope,
  talk: TicketTalk & { deleted: boolean; isInMail: boolean },
): Promise<void> {
  const { ticket, customer, message, deleted, isInMail } = talk
  const number = formatTicketNumber(ticket.number)
  const subject = packSubject({ kind: 'notice', ticketId: ticket.id })
  if (deleted) {
    const word = htmlText(scope.textsFor(customer.language).html('retracted-customer', { number }))
    scope.unit.send(
      toCustomer(customer, { id: scope.ids.next(), method: 'sendMessage', payload: word, subject }),
    )
  }
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const { staffTexts: t } = scope
  const words = [
    t.html(deleted ? 'retracted-staff' : 'retract-refused'),
    ...(isInMail ? [t.html('retracted-stays-in-mail')] : []),
  ]
  const word = htmlText(words.join(' '))
  const about = await placeInGroup(scope, message, thread.chatId)
  const payload = { ...word, ...replyTo(about) }
  scope.unit.send(
    toStaffThread(thread, ticket, { id: scope.ids.next(), method: 'sendMessage', payload, subject }),
  )
}
