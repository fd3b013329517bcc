import type { Letter, LetterPart } from '../../app/letter.ts'
import type { TicketTalk } from '../../app/message-notices.ts'
import {
  BESIDE_TELEGRAM,
  CALL_PRIORITY,
  type OutgoingCall,
  QUEUES,
  queueOf,
  SEND_MAIL,
} from '../../delivery/outgoing-call.ts'
import { codeEndsAt } from '../../domain/intake/reply-wish.ts'
import { reopenDeadline } from '../../domain/lifecycle.ts'
import { isMedia, type MessageContent, wordsOf } from '../../domain/message-content.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { ALBUM_SETTLES_MS } from '../conversations/ask-step.ts'
import { privateLane } from '../lane-of.ts'
import { packReport, type ReportData } from '../report-data.ts'
import { topicWords } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'

/** How many of the last messages are looked through for other parts of an album. */
const ALBUM_LOOK_BACK = 30

/** Mails a code. A newer one takes the place of one that still waits. */
export function mailCodeTo(
  scope: NoticeScope,
  wanted: { customer: Customer; draftId: string; email: string; code: string },
): void {
  const { customer, draftId, email, code } = wanted
  const validUntil = codeEndsAt({ sentAt: scope.now.getTime() }).toISOString()
  const report = { kind: 'mail-code', telegramId: customer.telegramId, draftId, email } as const
  put(scope, customer, report, {
    letter: { kind: 'code', ...envelope(scope, customer, email), code, validUntil },
    stream: `mail-code:${customer.id}`,
    coalesceKey: `mail-code:${customer.id}`,
    priority: CALL_PRIORITY.urgent,
  })
}

/** The first letter of a ticket, which all others refer to. */
export function mailOpening(
  scope: NoticeScope,
  { ticket, customer, files }: { ticket: Ticket; customer: Customer; files: number },
): void {
  const about = aboutTicket(scope, ticket, customer)
  if (about === null) return
  const { orderNumber, description } = ticket
  const promisedAt = ticket.promisedAt.toISOString()
  putAbout(scope, { ticket, customer }, null, {
    letter: { kind: 'opened', ...about, promisedAt, orderNumber, description, files },
    stream: `mail:${ticket.id}`,
  })
}

/** A letter that tells of the ticket's end. */
export function mailStatus(
  scope: NoticeScope,
  { ticket, customer }: { ticket: Ticket; customer: Customer },
): void {
  const about = aboutTicket(scope, ticket, customer)
  if (about === null) return
  const until = reopenDeadline(ticket.resolvedAt ?? scope.now, scope.rules.reopenWindowDays)
  if (ticket.status === 'resolved') {
    const letter = { kind: 'resolved', ...about, until: until.toISOString() } as const
    putAbout(scope, { ticket, customer }, null, { letter, stream: `mail:${ticket.id}` })
  }
  if (ticket.status === 'closed')
    putAbout(scope, { ticket, customer }, null, {
      letter: { kind: 'closed', ...about },
      stream: `mail:${ticket.id}`,
    })
}

/** An agent's message as a letter. Each further part of an album brings a letter with all of them, in place of the one before. */
export async function mailReply(
  scope: NoticeScope,
  talk: TicketTalk & { agent: Agent | null },
  isCorrection = false,
): Promise<void> {
  const { ticket, customer, message } = talk
  const about = aboutTicket(scope, ticket, customer)
  if (about === null) return
  const author = message.agentId === null ? null : await scope.unit.agents.byId(message.agentId)
  const agent = (talk.agent ?? author)?.displayName ?? null
  const parts = (await album(scope, message)).map(({ content }) => partOf(content))
  const stream = streamOf(message)
  putAbout(scope, { ticket, customer }, message, {
    letter: { kind: 'reply', ...about, agent, parts, isCorrection },
    stream,
    coalesceKey: stream,
    notBefore: message.albumId === null ? null : new Date(scope.now.getTime() + ALBUM_SETTLES_MS),
  })
}

/** Of an album that belongs to a note nothing is mailed. @returns whether a letter waited, or is just being tried */
export async function recallMail(scope: NoticeScope, { ticket, message }: TicketTalk): Promise<boolean> {
  if (ticket.replyChannel !== 'email') return false
  const { calls, flying } = await scope.unit.recall(streamOf(message))
  return calls.length + flying.length > 0
}

/** The agent has taken the message back: a letter that still waits goes no more, or with the rest of the album alone. */
export async function retractMail(scope: NoticeScope, talk: TicketTalk): Promise<void> {
  const wasWaiting = await recallMail(scope, talk)
  const left = (await album(scope, talk.message)).filter(({ id }) => id !== talk.message.id).at(-1)
  if (wasWaiting && left !== undefined) await mailReply(scope, { ...talk, message: left, agent: null })
}

/** Of its own: an answer that has to wait holds back no other. */
function streamOf({ id, ticketId, albumId }: TicketMessage): string {
  return `mail:${ticketId}:${albumId ?? id}`
}

async function album(scope: NoticeScope, message: TicketMessage): Promise<readonly TicketMessage[]> {
  if (message.albumId === null) return [message]
  const last = await scope.unit.messages.lastOf(message.ticketId, ALBUM_LOOK_BACK)
  const others = last.filter(
    ({ id, albumId, author, retractedAt }) =>
      albumId === message.albumId && id !== message.id && author === 'agent' && retractedAt === null,
  )
  return [...others, message].sort((one, other) => one.sourceMessageId - other.sourceMessageId)
}

function partOf(content: MessageContent): LetterPart {
  const words = wordsOf(content) ?? placeIn(content)
  const isFile = isMedia(content) && content.kind !== 'sticker'
  if (!isFile) return { words, file: null, inChatOnly: words === null }
  const { fileId, fileName, mimeType, size } = content
  return { words, file: { fileId, fileName, mimeType, size }, inChatOnly: false }
}

function placeIn(content: MessageContent): LetterPart['words'] {
  const line = (text: string) => ({ text, entities: [] })
  switch (content.kind) {
    case 'location':
      return line(`${content.latitude}, ${content.longitude}`)
    case 'venue':
      return line(`${content.title}\n${content.address}`)
    case 'contact':
      return line(`${content.firstName} ${content.lastName ?? ''}`.trim().concat(`\n${content.phoneNumber}`))
    default:
      return null
  }
}

/** What all letters of a ticket share; null where its customer wants none, or there is no mail any more. */
function aboutTicket(scope: NoticeScope, ticket: Ticket, customer: Customer) {
  if (ticket.replyChannel !== 'email' || ticket.replyTo === null || scope.rules.sendsMail !== true)
    return null
  const { problem } = topicWords(scope.textsFor(customer.language), scope.rules.catalog, ticket)
  return {
    ...envelope(scope, customer, ticket.replyTo),
    ticketId: ticket.id,
    number: formatTicketNumber(ticket.number),
    topic: problem,
  }
}

function envelope(scope: NoticeScope, { language }: Customer, to: string) {
  return { id: scope.ids.next(), to, language, at: scope.now.toISOString() }
}

type LetterInit = Pick<OutgoingCall, 'stream'> &
  Partial<Pick<OutgoingCall, 'coalesceKey' | 'notBefore' | 'priority'>> & { readonly letter: Letter }

function putAbout(
  scope: NoticeScope,
  { ticket, customer }: { ticket: Ticket; customer: Customer },
  message: TicketMessage | null,
  init: LetterInit,
): void {
  put(scope, customer, { kind: 'mail', ticketId: ticket.id, messageId: message?.id ?? null }, init)
}

function put(
  scope: NoticeScope,
  customer: Customer,
  report: ReportData,
  { letter, ...init }: LetterInit,
): void {
  scope.unit.send({
    ...BESIDE_TELEGRAM,
    id: letter.id,
    chatId: queueOf(QUEUES.mail, letter.to),
    method: SEND_MAIL,
    payload: { ...letter },
    priority: CALL_PRIORITY.reply,
    policy: 'at-least-once',
    report: { lane: privateLane(customer.telegramId), when: 'always', data: packReport(report) },
    ...init,
  })
}
