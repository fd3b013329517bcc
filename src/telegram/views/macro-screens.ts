import type { MacroPreview, OwnMacro } from '../../app/desk-ports.ts'
import type { Macro } from '../../domain/catalog.ts'
import { macrosFor, type Placeholder } from '../../domain/macro.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { visibleName } from '../../domain/visible-name.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { keyboard, pairs, type Screen, tapButton } from './keyboard.ts'
import { agentName } from './words.ts'

const PAGE_SIZE = 8

/** What a ready answer's places are filled with, in its customer's language; what is not known, with a neutral word. */
export function macroValues(
  t: Texts,
  { ticket, customer, agent }: { ticket: Ticket; customer: Customer; agent: Agent },
  timeZone: string,
): Readonly<Record<Placeholder, string>> {
  return {
    name: visibleName(customer.firstName) || t.plain('macro-no-name'),
    number: formatTicketNumber(ticket.number),
    order: ticket.orderNumber ?? t.plain('macro-no-order'),
    promised: formatMoment(ticket.delayedUntil ?? ticket.promisedAt, t.language, timeZone),
    agent: agentName(t, agent),
  }
}

/** The ready answers for a ticket as buttons: the owner's for its category, the owner's for all, the agent's own. */
export function macroMenu(
  t: Texts,
  ticket: Ticket,
  { owners, own }: { readonly owners: readonly Macro[]; readonly own: readonly OwnMacro[] },
  page: number,
): Screen {
  const number = formatTicketNumber(ticket.number)
  const ticketId = ticket.id
  const buttons = [
    ...macrosFor(owners, ticket.categoryId).map(({ id, title }) =>
      tapButton(title[t.language], { kind: 'macro', ticketId, of: 'owner', id }),
    ),
    ...own.map(({ id, name }) => tapButton(name, { kind: 'macro', ticketId, of: 'agent', id })),
  ]
  if (buttons.length === 0) return { html: t.html('macro-none'), markup: keyboard() }
  const last = Math.ceil(buttons.length / PAGE_SIZE) - 1
  const at = Math.min(page, last)
  const turn = (key: string, to: number) =>
    tapButton(t.plain(key), { kind: 'macro-menu', ticketId, page: to })
  const earlier = at > 0 ? [turn('button-macro-back', at - 1)] : []
  const later = at < last ? [turn('button-macro-more', at + 1)] : []
  const shown = buttons.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  return {
    html: t.html('macro-menu', { number }),
    markup: keyboard(...pairs(shown), [...earlier, ...later]),
  }
}

/** What the customer will read, before they do. */
export function macroPreview(t: Texts, ticket: Ticket, { id, text }: MacroPreview): Screen {
  const tap = (key: string, what: 'send' | 'cancel') =>
    tapButton(t.plain(key), { kind: 'macro-preview', previewId: id, what })
  return {
    html: t.html('macro-preview', { number: formatTicketNumber(ticket.number), text }),
    markup: keyboard([tap('button-macro-send', 'send'), tap('button-macro-cancel', 'cancel')]),
  }
}

/** An agent's own ready answers, and how they are made. */
export function ownMacros(t: Texts, own: readonly OwnMacro[], max: number): string {
  const list =
    own.length === 0 ? [] : [t.html('macro-own', { names: own.map(({ name }) => name).join(', ') })]
  return [...list, t.html('macro-usage', { max })].join('\n\n')
}
