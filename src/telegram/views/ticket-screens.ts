import type { TicketPage } from '../../app/ports.ts'
import { canHappen } from '../../domain/lifecycle.ts'
import { wordsOf } from '../../domain/message-content.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import type { DeskContext } from '../context.ts'
import { keyboard, tapButton } from './keyboard.ts'
import { statusWord, topicWords } from './words.ts'

export const PAGE_SIZE = 5
/** Lines of the talk on the ticket's screen. */
const LINES_MAX = 5
/** Of each message on the ticket's screen. */
const EXCERPT_MAX = 120

export interface Screen {
  readonly html: string
  readonly markup: ReturnType<typeof keyboard>
}

/** "My tickets", newest first. */
export function ticketList(ctx: DeskContext, found: TicketPage, page: number): Screen {
  const { t } = ctx
  const home = [tapButton(t.plain('button-home'), { kind: 'menu', item: 'home' })]
  if (found.total === 0) {
    const fresh = [tapButton(t.plain('button-new-ticket'), { kind: 'menu', item: 'new' })]
    return { html: t.html('tickets-none'), markup: keyboard(fresh, home) }
  }
  const pages = Math.ceil(found.total / PAGE_SIZE)
  const rows = found.tickets.map((ticket) => [
    tapButton(ticketLine(ctx, ticket), { kind: 'ticket', ticketId: ticket.id, page }),
  ])
  const turn = []
  if (page > 0) turn.push(tapButton(t.plain('button-newer'), { kind: 'tickets', page: page - 1 }))
  if (page < pages - 1) turn.push(tapButton(t.plain('button-older'), { kind: 'tickets', page: page + 1 }))
  const html = t.html('tickets-title', { count: found.total, page: page + 1, pages })
  return { html, markup: keyboard(...rows, turn, home) }
}

function ticketLine(ctx: DeskContext, ticket: Ticket): string {
  const { problem } = topicWords(ctx.t, ctx.desk.rules.catalog, ticket)
  return `№ ${formatTicketNumber(ticket.number)} · ${statusWord(ctx.t, ticket.status)} · ${problem}`
}

/** One ticket as its customer sees it. */
export function ticketScreen(
  ctx: DeskContext,
  ticket: Ticket,
  messages: readonly TicketMessage[],
  page: number,
): Screen {
  const { t } = ctx
  const { catalog, timeZone } = ctx.desk.rules
  const { category, problem } = topicWords(t, catalog, ticket)
  const moment = (date: Date) => formatMoment(date, t.language, timeZone)
  const lines = [
    t.html('ticket-title', { number: formatTicketNumber(ticket.number) }),
    t.html('ticket-status', { status: statusWord(t, ticket.status) }),
    t.html('ticket-topic', { category, problem }),
  ]
  if (ticket.orderNumber !== null) lines.push(t.html('ticket-order', { value: ticket.orderNumber }))
  lines.push(t.html('ticket-created', { moment: moment(ticket.createdAt) }))
  if (ticket.status === 'new' || ticket.status === 'open') {
    lines.push(t.html('ticket-promised', { moment: moment(ticket.promisedAt) }))
  }
  lines.push('', t.html('ticket-description', { value: excerpt(ticket.description, EXCERPT_MAX * 5) }))
  const visible = albumsAsOne(
    messages.filter((message) => message.author !== 'note' && message.retractedAt === null),
  ).slice(-LINES_MAX)
  if (visible.length > 0) lines.push('', t.html('ticket-last-messages'))
  for (const message of visible) lines.push(messageLine(t, message))
  return { html: lines.join('\n'), markup: keyboard(...actionRows(t, ticket), [backButton(t, page)]) }
}

function actionRows(t: Texts, ticket: Ticket): ReturnType<typeof tapButton>[][] {
  const own = (key: string, action: 'solved' | 'unsolved' | 'withdraw' | 'again') =>
    tapButton(t.plain(key), { kind: 'own', ticketId: ticket.id, action })
  if (ticket.status === 'resolved')
    return [[own('button-solved', 'solved'), own('button-unsolved', 'unsolved')]]
  if (canHappen(ticket.status, 'withdraw')) return [[own('button-withdraw', 'withdraw')]]
  return [[own('button-again', 'again')]]
}

function backButton(t: Texts, page: number): ReturnType<typeof tapButton> {
  return tapButton(t.plain('button-back-to-list'), { kind: 'tickets', page })
}

/** An album stands in the talk once, with the words of its first part that has some, in whatever order its parts came. */
export function albumsAsOne(messages: readonly TicketMessage[]): readonly TicketMessage[] {
  const shown = new Map<string, TicketMessage>()
  for (const message of messages) {
    const key = message.albumId ?? message.id
    const before = shown.get(key)
    if (before === undefined || speaksBefore(message, before)) shown.set(key, message)
  }
  return [...shown.values()]
}

function speaksBefore(one: TicketMessage, other: TicketMessage): boolean {
  const [said, saidByOther] = [one, other].map((message) => (wordsOf(message.content)?.text ?? '') !== '')
  return said === saidByOther ? one.sourceMessageId < other.sourceMessageId : said === true
}

function messageLine(t: Texts, message: TicketMessage): string {
  const words = wordsOf(message.content)?.text ?? ''
  const text = words === '' ? t.plain('content-attachment') : excerpt(words, EXCERPT_MAX)
  return t.html(message.author === 'agent' ? 'ticket-line-agent' : 'ticket-line-customer', { text })
}

export function excerpt(text: string, max: number): string {
  const letters = [...text]
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`
}
