import type { Catalog } from '../../domain/catalog.ts'
import { canHappen, type TicketAction } from '../../domain/lifecycle.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import type { StaffAction } from '../callback-data/callback-data.ts'
import { htmlText, keyboard, tapButton } from './keyboard.ts'
import { agentName, customerName, priorityWord, staffStatusWord, topicWords } from './words.ts'

export interface CardFacts {
  readonly ticket: Ticket
  readonly customer: Customer
  readonly assignee: Agent | null
  readonly attachments: number
  /** Number of the ended ticket this one continues. */
  readonly precededBy: string | null
}

/** Shorter than Telegram's 4096 together with every other line of the card. */
const DESCRIPTION_ON_CARD = 3000
const TOPIC_NAME_MAX = 128

/** The ticket's card in the staff group: the truth at a glance. */
export function ticketCard(
  t: Texts,
  catalog: Catalog,
  timeZone: string,
  facts: CardFacts,
): Record<string, unknown> {
  const { ticket, customer, assignee } = facts
  const { category, problem } = topicWords(t, catalog, ticket)
  const lines = [
    t.html('card-title', {
      number: formatTicketNumber(ticket.number),
      status: staffStatusWord(t, ticket.status),
    }),
    t.html('card-topic', { category, problem }),
    t.html('card-priority', { priority: priorityWord(t, ticket.priority) }),
    t.html('card-promised', { moment: formatMoment(ticket.promisedAt, t.language, timeZone) }),
    ticket.orderNumber === null
      ? t.html('card-no-order')
      : t.html('card-order', { value: ticket.orderNumber }),
    t.html('card-customer', { name: customerName(customer), language: customer.language }),
    assignee === null ? t.html('card-unassigned') : t.html('card-assignee', { name: agentName(t, assignee) }),
  ]
  if (customer.unreachableSince !== null) lines.push(t.html('card-unreachable'))
  if (facts.precededBy !== null)
    lines.push(t.html('card-preceded', { number: formatTicketNumber(facts.precededBy) }))
  if (facts.attachments > 0) lines.push(t.html('card-attachments', { count: facts.attachments }))
  const description = [...ticket.description].slice(0, DESCRIPTION_ON_CARD).join('')
  lines.push('', t.html('card-description', { value: description }))
  return { ...htmlText(lines.join('\n')), ...keyboard(...cardRows(t, ticket)) }
}

const BUTTONS: readonly {
  readonly action: StaffAction
  readonly step: TicketAction
  readonly key: string
}[] = [
  { action: 'take', step: 'take', key: 'button-take' },
  { action: 'ask', step: 'ask-customer', key: 'button-pending' },
  { action: 'resolve', step: 'resolve', key: 'button-resolve' },
]

function cardRows(t: Texts, ticket: Ticket): ReturnType<typeof tapButton>[][] {
  const legal = BUTTONS.filter(({ step }) => canHappen(ticket.status, step))
  return [
    legal.map(({ action, key }) => tapButton(t.plain(key), { kind: 'staff', ticketId: ticket.id, action })),
  ]
}

/** The topic's name begins with the ticket's number: an orphaned topic can be told by it. */
export function topicName(t: Texts, catalog: Catalog, ticket: Ticket, customer: Customer): string {
  const { problem } = topicWords(t, catalog, ticket)
  const name = `${formatTicketNumber(ticket.number)} · ${problem} · ${customerName(customer)}`
  return [...name].slice(0, TOPIC_NAME_MAX / 2).join('')
}
