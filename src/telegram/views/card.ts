import type { CardForm } from '../../app/staff-ports.ts'
import type { Catalog } from '../../domain/catalog.ts'
import type { Customer } from '../../domain/people.ts'
import type { Ticket, TicketStatus } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import type { Texts } from '../../texts/texts.ts'
import { type CardFacts, type CardLine, type CardSource, cardFacts } from './card-facts.ts'
import { cardRows } from './card-menu.ts'
import { htmlText, keyboard } from './keyboard.ts'
import { richCard } from './rich-card.ts'
import { customerName, topicWords } from './words.ts'

const TOPIC_NAME_MAX = 128

/** The ticket's card in the staff group: the truth at a glance. A rich one brings the files as well. */
export function ticketCard(
  t: Texts,
  catalog: Catalog,
  timeZone: string,
  source: CardSource,
  form: CardForm,
): Record<string, unknown> {
  const facts = cardFacts(t, catalog, timeZone, source)
  const body = form === 'rich' ? richCard(t, facts, source.attachments) : plainCard(t, facts)
  return { ...body, ...keyboard(...cardRows(t, catalog, source.ticket, source.menu)) }
}

function plainCard(t: Texts, facts: CardFacts): Record<string, unknown> {
  const { number, status, topic, lines, remarks, description } = facts
  const words = (value: string) => t.html('card-words', { value })
  const text = [
    t.html('card-title', { number, status }),
    words(topic),
    ...lines.map((line) => plainLine(t, line)),
    ...remarks.map(words),
    '',
    t.html('card-description', { value: description }),
  ]
  return htmlText(text.join('\n'))
}

function plainLine(t: Texts, { label, value, isCode }: CardLine): string {
  if (typeof value === 'string') return t.html(isCode ? 'card-line-code' : 'card-line', { label, value })
  const words = value.map((piece) => t.html('card-words', { value: piece }))
  return t.html('card-line', { label, value: '' }) + words.join('')
}

/** What a topic's name says of its ticket at a glance in the list of topics. What somebody has to work on needs no mark. */
const MARKS: Readonly<Partial<Record<TicketStatus, string>>> = {
  pending: '⏳ ',
  resolved: '✅ ',
  closed: '✅ ',
  cancelled: '✖️ ',
}

export function topicMark(status: TicketStatus): string {
  return MARKS[status] ?? ''
}

/**
 * The topic's name begins with the ticket's number: an orphaned topic can be told by it. A mark before it comes later, by a change of
 * the name, which is not what the topic was made with.
 */
export function topicName(t: Texts, catalog: Catalog, ticket: Ticket, customer: Customer, mark = ''): string {
  const { problem } = topicWords(t, catalog, ticket)
  const name = `${mark}${formatTicketNumber(ticket.number)} · ${problem} · ${customerName(t, customer)}`
  return [...name].slice(0, TOPIC_NAME_MAX / 2).join('')
}
