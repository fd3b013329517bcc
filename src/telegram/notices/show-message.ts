import type { TicketTalk } from '../../app/message-notices.ts'
import type { StaffThread } from '../../app/staff-ports.ts'
import { messageSubject, packSubject } from '../../app/subject.ts'
import { CALL_PRIORITY, type CallRef, type OutgoingCall } from '../../delivery/outgoing-call.ts'
import type { FormattedText } from '../../domain/message-content.ts'
import { GATHER_MESSAGES_MS, gatherUntil } from '../../domain/pace.ts'
import type { Agent } from '../../domain/people.ts'
import { type TicketMessage, WRITTEN_NOWHERE } from '../../domain/ticket-message.ts'
import { type Mirror, type MirrorCall, mirrorContent } from '../content/mirror-content.ts'
import { ALBUM_SETTLES_MS } from '../conversations/ask-step.ts'
import { privateLane } from '../lane-of.ts'
import { type CallInit, messageOf, replyTo, toCustomer, toStaffThread } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { customerHeader, staffHeader } from './headers.ts'
import type { NoticeScope } from './notice-scope.ts'

/** How many of the last messages are looked through for an earlier part of the same album. */
const ALBUM_LOOK_BACK = 12
/** The same for an edit, which may come much later. */
const EDIT_LOOK_BACK = 100

type CustomerTalk = TicketTalk & { readonly inFlood?: boolean }

/** Shows what a customer wrote in the ticket's place in the staff group. */
export async function showCustomerMessage(scope: NoticeScope, talk: CustomerTalk): Promise<void> {
  const thread = await scope.threadOf(talk.ticket)
  if (thread !== null) await showInThread(scope, thread, talk)
}

export async function showInThread(
  scope: NoticeScope,
  thread: StaffThread,
  talk: CustomerTalk,
): Promise<void> {
  const { ticket, customer, message, inFlood = false } = talk
  const header = await staffHeader(scope, thread, ticket, customer)
  const target = await replyTarget(scope, message, thread.chatId)
  // Outside a topic the card is what a customer's words belong to.
  const anchor = target ?? (isPlain(thread) ? cardOf(thread) : null)
  const report = {
    lane: privateLane(customer.telegramId),
    when: 'failure',
    data: packReport({ kind: 'staff-copy', ticketId: ticket.id, messageId: message.id }),
  } as const
  const mirror = await mirrorPart(scope, message, header)
  const put = (init: CallInit) => scope.unit.send(toStaffThread(thread, ticket, init))
  if (mirror.header !== null) put(headerCall(message, mirror.header))
  const shared = (body: CallInit) => (message.sharesMirror ? inSharedMessage(scope, message, body) : body)
  const call = shared(bodyCall(scope, message, mirror.body, anchor, report))
  // One customer's flood must not use up what the group may send: other tickets' words go first.
  const calm = inFlood ? { priority: CALL_PRIORITY.card } : {}
  if (thread.topicCallId === null) return put({ ...call, ...calm })
  const general = shared(await inGeneral(scope, thread, talk, { ...call, target }))
  put({ ...call, ...calm, payload: { ...call.payload, $omitted: general.payload } })
}

/** While the topic is only asked for, the words also say how they are to stand if they have to go to General. */
async function inGeneral(
  scope: NoticeScope,
  thread: StaffThread,
  { ticket, customer, message }: TicketTalk,
  { target, ...call }: CallInit & { target: number | CallRef | null },
): Promise<CallInit> {
  const header = await staffHeader(scope, { ...thread, topicCallId: null }, ticket, customer)
  const { body } = await mirrorPart(scope, message, header)
  return { ...call, payload: { ...body.payload, ...replyTo(target ?? cardOf(thread)) } }
}

function cardOf(thread: StaffThread): number | CallRef {
  return thread.cardMessageId ?? messageOf(thread.cardCallId)
}

/** Several texts of one customer go out as one message; each brings the header in case it is the first of them. */
function inSharedMessage(scope: NoticeScope, message: TicketMessage, body: CallInit): CallInit {
  if (message.content.kind !== 'text') return body
  const { text, entities } = message.content.body
  const own = { ...body.payload, text, entities }
  const first = { text: body.payload.text, entities: body.payload.entities ?? [] }
  return {
    ...body,
    payload: { ...own, $first: first },
    albumKey: `flood:${message.ticketId}`,
    notBefore: gatherUntil(scope.now, GATHER_MESSAGES_MS),
  }
}

/** Shows what an agent wrote in the customer's chat. */
export async function showAgentMessage(
  scope: NoticeScope,
  talk: TicketTalk & { agent: Agent; asks?: boolean },
): Promise<void> {
  const { ticket, customer, message, agent } = talk
  const header = customerHeader(scope, ticket, customer, agent, talk.asks)
  const target = await replyTarget(scope, message, customer.telegramId)
  const report = {
    lane: privateLane(customer.telegramId),
    // Arrived, it is marked.
    when: 'always',
    data: packReport({ kind: 'to-customer', ticketId: ticket.id, messageId: message.id }),
  } as const
  const mirror = await mirrorPart(scope, message, header)
  const put = (init: CallInit) => scope.unit.send(toCustomer(customer, init))
  if (mirror.header !== null) put(headerCall(message, mirror.header))
  put(bodyCall(scope, message, mirror.body, target, report))
}

/** Which part of an album goes first is known only when it goes: every part brings the header in case it is the one. */
async function mirrorPart(
  scope: NoticeScope,
  message: TicketMessage,
  header: FormattedText | null,
): Promise<Mirror> {
  const mirror = mirrorContent(message.content, header)
  if (message.albumId === null || header === null) return mirror
  const { body } = mirrorContent(message.content, null)
  if (mirror.header !== null) {
    return (await isLaterAlbumPart(scope, message)) ? { header: null, body } : mirror
  }
  const { caption, caption_entities } = mirror.body.payload
  return {
    header: null,
    body: { ...body, payload: { ...body.payload, $first: { caption, caption_entities } } },
  }
}

/** The header on its own line is no counterpart of the message: an edit must not land on it. */
function headerCall(message: TicketMessage, header: MirrorCall): CallInit {
  const subject = packSubject({ kind: 'notice', ticketId: message.ticketId })
  return { ...header, id: headerCallId(message), subject }
}

/** The call that would bring a header of the message's own; with the message it has to go. */
export function headerCallId(message: TicketMessage): string {
  return `${message.mirrorCallId ?? message.id}h`
}

function bodyCall(
  scope: NoticeScope,
  message: TicketMessage,
  body: { method: string; payload: Readonly<Record<string, unknown>> },
  target: number | CallRef | null,
  report: NonNullable<OutgoingCall['report']>,
): CallInit {
  const album = message.albumId !== null
  return {
    id: message.mirrorCallId ?? scope.ids.next(),
    method: body.method,
    payload: { ...body.payload, ...replyTo(target) },
    notBefore: album ? new Date(scope.now.getTime() + ALBUM_SETTLES_MS) : null,
    albumKey: album ? `album:${message.ticketId}:${message.albumId}` : null,
    // A part that turns out to belong to a note is recalled before it goes.
    coalesceKey: album ? `part:${message.id}` : null,
    albumIndex: message.sourceMessageId,
    subject: messageSubject(message),
    report,
  }
}

/** The counterpart, on the other side, of the message this one replies to. */
async function replyTarget(
  scope: NoticeScope,
  message: TicketMessage,
  chatId: number,
): Promise<number | CallRef | null> {
  const original = message.replyToId === null ? null : await scope.unit.messages.byId(message.replyToId)
  return original === null ? null : counterpart(scope, original, chatId)
}

/** The Telegram message in `chatId` that shows (or is) a ticket's message; a reference while it is only on its way. */
export async function counterpart(
  scope: NoticeScope,
  message: TicketMessage,
  chatId: number,
): Promise<number | CallRef | null> {
  if (message.sourceChatId === chatId) return message.sourceMessageId
  const shown = await scope.unit.links.messageIdOf(chatId, messageSubject(message))
  if (shown !== null) return shown
  return message.mirrorCallId === null ? null : messageOf(message.mirrorCallId)
}

/** Where the staff sees an agent's message: as it was written, or as the desk has shown it; null: nowhere. */
export async function placeInGroup(
  scope: NoticeScope,
  message: TicketMessage | null,
  chatId: number,
): Promise<number | null> {
  if (message === null) return null
  if (message.sourceChatId === chatId) return message.sourceMessageId
  return message.sourceChatId === WRITTEN_NOWHERE
    ? scope.unit.links.messageIdOf(chatId, messageSubject(message))
    : null
}

/** A header of its own goes above an album once. */
async function isLaterAlbumPart(scope: NoticeScope, message: TicketMessage): Promise<boolean> {
  if (message.albumId === null) return false
  const last = await scope.unit.messages.lastOf(message.ticketId, ALBUM_LOOK_BACK)
  return last.some((other) => other.albumId === message.albumId && other.id !== message.id)
}

/** Whether an edit of a stored message has to repeat the header: of an album's parts, only for the first. */
export async function carriesHeader(scope: NoticeScope, message: TicketMessage): Promise<boolean> {
  if (message.albumId === null) return true
  const last = await scope.unit.messages.lastOf(message.ticketId, EDIT_LOOK_BACK)
  const parts = last.filter((other) => other.albumId === message.albumId)
  const [first] = parts.sort((a, b) => a.sourceMessageId - b.sourceMessageId)
  return first?.id === message.id
}

function isPlain(thread: StaffThread): boolean {
  return thread.topicId === null && thread.topicCallId === null
}
