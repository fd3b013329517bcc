import type { TicketPage } from '../../app/ports.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import type { DeskContext } from '../context.ts'
import { homeButton, keyboard, type Screen, tapButton } from './keyboard.ts'
import { statusWord, topicWords } from './words.ts'

export const PAGE_SIZE = 5

/** "My tickets", newest first. */
export function ticketList(ctx: DeskContext, found: TicketPage, page: number): Screen {
  const { t } = ctx
  const home = homeButton(t)
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
