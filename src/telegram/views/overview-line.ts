import type { TicketOverview } from '../../app/search-ports.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { escapeHtml, type Texts } from '../../texts/texts.ts'
import type { DeskContext } from '../context.ts'
import { excerpt } from './excerpts.ts'
import { customerName, staffStatusWord, topicWords } from './words.ts'

/** A list of ten must fit into one message. In characters. */
const NAME_MAX = 40
const PROBLEM_MAX = 60

/** The ticket's number as a link to where it lives, its status, and its problem. */
export function headLine({ t, desk }: DeskContext, { ticket, thread }: TicketOverview): string {
  const number = t.html('list-number', { number: formatTicketNumber(ticket.number) })
  const link = linkTo(thread)
  const { problem } = topicWords(t, desk.rules.catalog, ticket)
  const status = staffStatusWord(t, ticket.status)
  const rest = t.html('list-head', { status, problem: excerpt(problem, PROBLEM_MAX) })
  return `<b>${link === null ? number : `<a href="${link}">${number}</a>`}</b> ${rest}`
}

/** Who it is from and who has it. */
export function peopleLine(t: Texts, { ticket, customer, assigneeName }: TicketOverview): string {
  const name = customerName(t, customer)
  return t.html('list-people', {
    customer: name === '' ? t.plain('list-nobody') : excerpt(name, NAME_MAX),
    agent:
      ticket.assigneeId === null
        ? t.plain('card-unassigned')
        : excerpt(assigneeName ?? t.plain('agent-unnamed'), NAME_MAX),
  })
}

/** Supergroups alone have links to their messages. https://core.telegram.org/api/links#message-links */
function linkTo(thread: TicketOverview['thread']): string | null {
  const [, chat] = /^-100(\d+)$/.exec(String(thread?.chatId ?? '')) ?? []
  const place = thread?.topicId ?? thread?.cardMessageId ?? null
  return chat === undefined || place === null ? null : `https://t.me/c/${chat}/${place}`
}

export function italic(text: string): string {
  return `<i>${escapeHtml(text)}</i>`
}
