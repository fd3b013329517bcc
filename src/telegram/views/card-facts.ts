import { isForever } from '../../domain/ban.ts'
import type { Catalog } from '../../domain/catalog.ts'
import type { OrderFacts } from '../../domain/order-facts.ts'
import type { Customer } from '../../domain/people.ts'
import type { Sla } from '../../domain/sla.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Attachment } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatDay } from '../../texts/format-day.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import type { Moment, Texts } from '../../texts/texts.ts'
import type { CardMenu } from './card-menu.ts'
import { promiseLines } from './card-promises.ts'
import { customerName, priorityWord, staffStatusWord, topicWords } from './words.ts'

/** What a card is made of, before it is words. */
export interface CardSource {
  readonly ticket: Ticket
  readonly customer: Customer
  /** As colleagues know them. */
  readonly assignee: string | null
  readonly attachments: readonly Attachment[]
  readonly sla: Sla
  /** What the shop says of the order; null: nothing. */
  readonly order: OrderFacts | null
  /** Number of the ended ticket this one continues. */
  readonly precededBy: string | null
  /** How many tickets the customer had filed before. */
  readonly earlier: number
  readonly tags: readonly string[]
  /** Number of the ticket that goes on in place of this one. */
  readonly mergedInto: string | null
  /** Numbers of the duplicates that were merged into this one. */
  readonly tookIn: readonly string[]
  readonly menu: CardMenu
}

/** What a card says, in whatever form: nothing stands in one of them alone. Plain words, not escaped. */
export interface CardFacts {
  readonly number: string
  readonly status: string
  readonly topic: string
  readonly lines: readonly CardLine[]
  readonly remarks: readonly string[]
  readonly description: string
}

export interface CardLine {
  readonly label: string
  /** Words, with moments among them where a client is to write those. */
  readonly value: string | readonly (string | Moment)[]
  readonly isCode?: true
}

/** Shorter than Telegram's 4096 together with every other line of the card. */
const DESCRIPTION_ON_CARD = 3000

export function cardFacts(t: Texts, catalog: Catalog, timeZone: string, source: CardSource): CardFacts {
  const { ticket, customer, assignee, attachments, precededBy } = source
  const order =
    ticket.orderNumber === null
      ? { value: t.plain('card-no-order') }
      : ({ value: ticket.orderNumber, isCode: true } as const)
  const name = customerName(t, customer)
  const lines: CardLine[] = [
    { label: t.plain('card-label-priority'), value: priorityWord(t, ticket.priority) },
    ...promiseLines(t, timeZone, source),
    { label: t.plain('card-label-order'), ...order },
    ...shopLines(t, source.order),
    {
      label: t.plain('card-label-customer'),
      value: t.plain('card-customer', { name, language: customer.language, earlier: source.earlier }),
    },
    ...(customer.shopCustomerId === null
      ? []
      : [
          {
            label: t.plain('card-label-shop-customer'),
            value: customer.shopCustomerId,
            isCode: true as const,
          },
        ]),
    {
      label: t.plain('card-label-assignee'),
      value: assignee ?? t.plain('card-unassigned'),
    },
    ...(attachments.length === 0
      ? []
      : [{ label: t.plain('card-label-attachments'), value: String(attachments.length) }]),
    ...replyLine(t, ticket),
    ...(source.tags.length === 0
      ? []
      : [{ label: t.plain('card-label-tags'), value: source.tags.map((tag) => `#${tag}`).join(' ') }]),
  ]
  const remarks: string[] = []
  const banned = banRemark(t, customer, timeZone)
  if (banned !== null) remarks.push(banned)
  if (customer.unreachableSince !== null) remarks.push(t.plain('card-unreachable'))
  if (precededBy !== null) remarks.push(t.plain('card-preceded', { number: formatTicketNumber(precededBy) }))
  for (const number of source.tookIn)
    remarks.push(t.plain('card-took-in', { number: formatTicketNumber(number) }))
  if (source.mergedInto !== null)
    remarks.push(t.plain('card-merged', { number: formatTicketNumber(source.mergedInto) }))
  return {
    number: formatTicketNumber(ticket.number),
    status: staffStatusWord(t, ticket.status),
    topic: t.plain('card-topic', { ...topicWords(t, catalog, ticket) }),
    lines,
    remarks,
    description: [...ticket.description].slice(0, DESCRIPTION_ON_CARD).join(''),
  }
}

/** Said even when it is over by now: the moment tells. */
function banRemark(t: Texts, { bannedUntil: until }: Customer, timeZone: string): string | null {
  if (until === null) return null
  if (isForever(until)) return t.plain('card-banned-forever')
  return t.plain('card-banned', { moment: formatMoment(until, t.language, timeZone) })
}

/** Where else than in the chat the customer wants the answer. */
function replyLine(t: Texts, { replyChannel, replyTo }: Ticket): CardFacts['lines'] {
  if (replyTo === null) return []
  if (replyChannel === 'email') return [{ label: t.plain('card-label-mail'), value: replyTo }]
  return replyChannel === 'call' ? [{ label: t.plain('card-label-call'), value: replyTo, isCode: true }] : []
}

/** What the shop says of the order: nothing of somebody else's. */
function shopLines(t: Texts, order: OrderFacts | null): CardFacts['lines'] {
  if (order === null) return []
  const label = t.plain('card-label-shop')
  if (!order.found) return [{ label, value: t.plain('card-shop-unknown') }]
  if (order.belongs === false) return [{ label, value: t.plain('card-shop-other') }]
  const { date, status, items } = order
  const said = [
    ...(date === null ? [] : [t.plain('card-shop-date', { date: formatDay(date, t.language) })]),
    ...(status === null ? [] : [status]),
  ]
  return [
    { label, value: said.length === 0 ? t.plain('card-shop-known') : said.join(' · ') },
    ...(items.length === 0 ? [] : [{ label: t.plain('card-label-items'), value: items.join('; ') }]),
  ]
}
