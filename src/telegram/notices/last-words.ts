import type { StaffThread } from '../../app/staff-ports.ts'
import { messageSubject, packSubject } from '../../app/subject.ts'
import { CALL_PRIORITY } from '../../delivery/outgoing-call.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { messageOf, replyTo, toStaffThread } from '../outgoing.ts'
import { albumsAsOne, inShort } from '../views/excerpts.ts'
import { htmlText } from '../views/keyboard.ts'
import { customerName } from '../views/words.ts'
import type { NoticeScope } from './notice-scope.ts'
import { staffName } from './staff-name.ts'

const LAST_WORDS = 6
/** So many of them, and the heading, fit into Telegram's 4096. In characters. */
const EXCERPT_MAX = 500
const LOOK_BACK = 60

interface LastWords {
  readonly ticket: Ticket
  readonly customer: Customer
  /** What stands there already is left out; null: nothing does. */
  readonly except: Stretch | null
}

/** A chat from a message on: a topic's id is that of the message which opens it, and whatever is said in it comes later. */
interface Stretch {
  readonly chatId: number
  readonly from: number
}

/** One message with what was said last, under the card in the ticket's new place: what agents could read in the old one. */
export async function showLastWords(
  scope: NoticeScope,
  thread: StaffThread,
  { ticket, customer, except }: LastWords,
): Promise<void> {
  const spoken: TicketMessage[] = []
  for (const message of await scope.unit.messages.lastOf(ticket.id, LOOK_BACK)) {
    const isWanted = message.retractedAt === null && !(await standsIn(scope, message, except))
    if (isWanted && (await wasSeen(scope, message))) spoken.push(message)
  }
  const last = albumsAsOne(spoken).slice(-LAST_WORDS)
  if (last.length === 0) return
  const lines = [scope.staffTexts.html('last-words-title')]
  for (const message of last) lines.push(await line(scope, customer, message))
  const text = lines.join('\n')
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(text), ...replyTo(messageOf(thread.cardCallId)) },
      priority: CALL_PRIORITY.card,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
}

async function standsIn(
  { unit }: NoticeScope,
  message: TicketMessage,
  stretch: Stretch | null,
): Promise<boolean> {
  if (stretch === null) return false
  const { chatId, from } = stretch
  const shownAs = await unit.links.messageIdOf(chatId, messageSubject(message))
  const standsAs = message.sourceChatId === chatId ? message.sourceMessageId : shownAs
  return standsAs !== null && standsAs > from
}

/** What agents wrote they know; a customer's words may still be on their way. */
async function wasSeen({ unit }: NoticeScope, message: TicketMessage): Promise<boolean> {
  return message.author !== 'customer' || unit.links.isShown(messageSubject(message))
}

async function line(scope: NoticeScope, customer: Customer, message: TicketMessage): Promise<string> {
  const t = scope.staffTexts
  const text = inShort(t, message.content, EXCERPT_MAX)
  if (message.author === 'customer')
    return t.html('last-words-line', { name: customerName(t, customer), text })
  const key = message.author === 'note' ? 'last-words-note' : 'last-words-line'
  return t.html(key, { name: await staffName(scope, message.agentId, message.sourceChatId), text })
}
