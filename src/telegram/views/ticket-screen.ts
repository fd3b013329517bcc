import type { InlineKeyboardButton } from 'grammy/types'
import { daysKept } from '../../domain/forgetting.ts'
import { canHappen, reopenDeadline } from '../../domain/lifecycle.ts'
import { answerBy } from '../../domain/promise.ts'
import type { Ticket, TicketStatus } from '../../domain/ticket.ts'
import type { TicketEvent, TicketMessage } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import type { Moment, Texts } from '../../texts/texts.ts'
import type { CustomerAction } from '../callback-data/callback-data.ts'
import type { DeskContext } from '../context.ts'
import { albumsAsOne, excerpt, inShort } from './excerpts.ts'
import { keyboard, type Screen, tapButton } from './keyboard.ts'
import { wayOfAnswer } from './way-of-answer.ts'
import { statusWord, topicWords } from './words.ts'

/** Lines of the talk. */
const LINES_MAX = 5
/** Steps of the timeline: the last ones. */
const STEPS_MAX = 6
/** Of each message. */
const EXCERPT_MAX = 120

export interface TicketStory {
  readonly ticket: Ticket
  readonly messages: readonly TicketMessage[]
  readonly events: readonly TicketEvent[]
  /** Number of the ticket that goes on in place of this one. */
  readonly mergedInto: string | null
}

/** One ticket as its customer sees it: where it stands, what comes next, how it got there, the last words. */
export function ticketScreen(ctx: DeskContext, story: TicketStory, page: number): Screen {
  const { t } = ctx
  const { ticket } = story
  const moment = (date: Date) => tellMoment(date, t.language, ctx.desk.rules.timeZone)
  const lines = [
    ...facts(ctx, story, moment),
    ...timeline(t, story.events, moment),
    '',
    ticket.strippedAt === null
      ? t.html('ticket-description', { value: excerpt(ticket.description, EXCERPT_MAX * 5) })
      : t.html('ticket-stripped', { days: daysKept(ticket) }),
    ...talk(t, story.messages),
  ]
  const back = tapButton(t.plain('button-back-to-list'), { kind: 'tickets', page })
  return {
    html: lines.join('\n'),
    markup: keyboard(...actionRows(t, ticket), [copyButton(t, ticket)], [back]),
  }
}

type TellMoment = (date: Date) => Moment

function facts({ t, desk }: DeskContext, { ticket, mergedInto }: TicketStory, moment: TellMoment): string[] {
  const { category, problem } = topicWords(t, desk.rules.catalog, ticket)
  const isOurs = ticket.status === 'new' || ticket.status === 'open'
  const closesAt = reopenDeadline(ticket.resolvedAt ?? desk.now, desk.rules.reopenWindowDays)
  return [
    t.html('ticket-title', { number: formatTicketNumber(ticket.number) }),
    t.html('ticket-status', { status: statusWord(t, ticket.status) }),
    t.html('ticket-topic', { category, problem }),
    ...(ticket.orderNumber === null ? [] : [t.html('ticket-order', { value: ticket.orderNumber })]),
    ...(isOurs ? [...promised(t, ticket, desk.now, moment), ...wayOfAnswer(t, ticket, 'shown')] : []),
    mergedInto === null
      ? t.html(NEXT[ticket.status], { moment: moment(closesAt) })
      : t.html('next-merged', { number: formatTicketNumber(mergedInto) }),
  ]
}

/** The answer's time until there is one, then that of the solution, as long as it lies ahead. */
function promised(t: Texts, ticket: Ticket, now: Date, moment: TellMoment): readonly string[] {
  if (ticket.firstReplyAt === null) return [t.html('ticket-promised', { moment: moment(answerBy(ticket)) })]
  const { resolveBy } = ticket
  return resolveBy === null || resolveBy <= now
    ? []
    : [t.html('ticket-resolve-by', { moment: moment(resolveBy) })]
}

const NEXT: Readonly<Record<TicketStatus, string>> = {
  new: 'next-new',
  open: 'next-open',
  pending: 'next-pending',
  resolved: 'next-resolved',
  closed: 'next-ended',
  cancelled: 'next-ended',
}

function timeline(t: Texts, events: readonly TicketEvent[], moment: TellMoment): string[] {
  const steps = events.flatMap(({ kind, after, at }) =>
    STATUS_EVENTS.includes(kind) && isStatus(after) ? [{ status: after, at }] : [],
  )
  if (steps.length === 0) return []
  const before = Math.max(0, steps.length - STEPS_MAX)
  const lines = steps
    .slice(before)
    .map(({ status, at }) => t.html('ticket-step', { moment: moment(at), status: statusWord(t, status) }))
  const earlier = before === 0 ? [] : [t.html('ticket-steps-before', { count: before })]
  return ['', t.html('ticket-timeline'), ...earlier, ...lines]
}

/** A tag, say, may be the very word. */
const STATUS_EVENTS: readonly TicketEvent['kind'][] = ['opened', 'status-changed']

function isStatus(word: string | null): word is TicketStatus {
  return word !== null && word in NEXT
}

function talk(t: Texts, messages: readonly TicketMessage[]): string[] {
  const visible = albumsAsOne(
    messages.filter((message) => message.author !== 'note' && message.retractedAt === null),
  ).slice(-LINES_MAX)
  if (visible.length === 0) return []
  return ['', t.html('ticket-last-messages'), ...visible.map((message) => messageLine(t, message))]
}

function messageLine(t: Texts, message: TicketMessage): string {
  const text = inShort(t, message.content, EXCERPT_MAX)
  return t.html(message.author === 'agent' ? 'ticket-line-agent' : 'ticket-line-customer', { text })
}

function actionRows(t: Texts, ticket: Ticket): InlineKeyboardButton[][] {
  if (ticket.mergedIntoId !== null) {
    const goesOn = { kind: 'ticket', ticketId: ticket.mergedIntoId, page: 0 } as const
    return [[tapButton(t.plain('button-open-merged'), goesOn)]]
  }
  const own = (key: string, action: CustomerAction) =>
    tapButton(t.plain(key), { kind: 'own', ticketId: ticket.id, action })
  if (ticket.status === 'resolved')
    return [[own('button-solved', 'solved'), own('button-unsolved', 'unsolved')]]
  if (canHappen(ticket.status, 'withdraw'))
    return [[own('button-add', 'add')], [own('button-withdraw', 'withdraw')]]
  return [[own('button-again', 'again')]]
}

function copyButton(t: Texts, ticket: Ticket): InlineKeyboardButton {
  return { text: t.plain('button-copy-number'), copy_text: { text: formatTicketNumber(ticket.number) } }
}
