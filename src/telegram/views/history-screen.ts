import type { OverviewPage, TicketOverview } from '../../app/search-ports.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatDate } from '../../texts/format-moment.ts'
import type { DeskContext } from '../context.ts'
import { excerpt } from './excerpts.ts'
import { keyboard, type Screen, tapButton } from './keyboard.ts'
import { headLine, italic } from './overview-line.ts'
import { customerName } from './words.ts'

/** Of what a ticket began with. In characters. */
const FIRST_WORDS = 100

/** All tickets of a ticket's customer, one page of them. */
export function historyScreen(
  ctx: DeskContext,
  ticket: Ticket,
  { rows, hasMore }: OverviewPage,
  page: number,
): Screen {
  const { t } = ctx
  const tap = (key: string, to: number) =>
    tapButton(t.plain(key), { kind: 'history', ticketId: ticket.id, page: to })
  const turn = [
    ...(page > 0 ? [tap('button-newer', page - 1)] : []),
    ...(hasMore ? [tap('button-older', page + 1)] : []),
  ]
  const [first] = rows
  const name = first === undefined ? '' : customerName(t, first.customer)
  const number = formatTicketNumber(ticket.number)
  const title =
    name === '' ? t.html('history-title-nobody', { number }) : t.html('history-title', { name, number })
  return { html: [title, ...rows.map((row) => historyRow(ctx, row))].join('\n\n'), markup: keyboard(turn) }
}

function historyRow(ctx: DeskContext, overview: TicketOverview): string {
  const { t, desk } = ctx
  const { ticket, rating } = overview
  const day = (date: Date) => formatDate(date, t.language, desk.rules.timeZone)
  const filed = day(ticket.createdAt)
  const dates =
    ticket.endedAt === null
      ? t.html('history-filed', { filed })
      : t.html('history-ended', { filed, ended: day(ticket.endedAt) })
  const score = rating === null ? '' : ` · ${t.html('history-rated', { score: rating.score })}`
  const words = ticket.description.replaceAll(/\s+/g, ' ')
  const begin = ticket.strippedAt === null ? italic(excerpt(words, FIRST_WORDS)) : t.html('history-stripped')
  return [headLine(ctx, overview), `${dates}${score}`, begin].join('\n')
}
