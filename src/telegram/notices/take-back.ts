import type { TicketTalk } from '../../app/message-notices.ts'
import { packSubject } from '../../app/subject.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { privateLane } from '../lane-of.ts'
import { messageOf, replyTo, toCustomer, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'
import { counterpart, headerCallId, placeInGroup } from './show-message.ts'

/** What an agent takes back from the customer. */

/** A message that has not gone yet goes no more; another is to be deleted, and both sides are told when Telegram has answered. */
export async function askRetraction(scope: NoticeScope, talk: TicketTalk): Promise<'unsent' | 'asked'> {
  if (await recallUnsent(scope, talk)) return 'unsent'
  await askDeletion(scope, talk)
  return 'asked'
}

/** @returns false where the customer has the message, or may have it */
async function recallUnsent(scope: NoticeScope, talk: TicketTalk): Promise<boolean> {
  const { message } = talk
  if (message.mirrorCallId === null) return false
  const [body] = await scope.unit.recallUnsent([message.mirrorCallId])
  if (body === undefined) return false
  // The name above it may have gone ahead.
  const [header] = await scope.unit.recallUnsent([headerCallId(message)])
  if (header === undefined) dropHeader(scope, talk)
  return true
}

async function askDeletion(scope: NoticeScope, talk: TicketTalk): Promise<void> {
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
  talk: TicketTalk & { deleted: boolean; unsent: boolean; isInMail: boolean },
): Promise<void> {
  const { ticket, customer, message, deleted, unsent, isInMail } = talk
  const number = formatTicketNumber(ticket.number)
  const subject = packSubject({ kind: 'notice', ticketId: ticket.id })
  if (deleted && !unsent) {
    const word = htmlText(scope.textsFor(customer.language).html('retracted-customer', { number }))
    scope.unit.send(
      toCustomer(customer, { id: scope.ids.next(), method: 'sendMessage', payload: word, subject }),
    )
  }
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const { staffTexts: t } = scope
  const words = [
    t.html(unsent ? 'retracted-unsent' : deleted ? 'retracted-staff' : 'retract-refused'),
    ...(isInMail ? [t.html('retracted-stays-in-mail')] : []),
  ]
  const word = htmlText(words.join(' '))
  const about = await placeInGroup(scope, message, thread.chatId)
  const payload = { ...word, ...replyTo(about) }
  scope.unit.send(
    toStaffThread(thread, ticket, { id: scope.ids.next(), method: 'sendMessage', payload, subject }),
  )
}
