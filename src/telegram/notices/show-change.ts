import type { TicketTalk } from '../../app/message-notices.ts'
import type { StaffThread } from '../../app/staff-ports.ts'
import { messageSubject } from '../../app/subject.ts'
import type { Agent } from '../../domain/people.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { boldText } from '../content/formatted.ts'
import { mirrorContent, mirrorEdit } from '../content/mirror-content.ts'
import { type CallInit, onStaffMessage, replyTo, toCustomer, toStaffThread } from '../outgoing.ts'
import { customerHeader, staffHeader } from './headers.ts'
import type { NoticeScope } from './notice-scope.ts'
import { showFirst } from './settle-anew.ts'
import { carriesHeader, counterpart } from './show-message.ts'

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
