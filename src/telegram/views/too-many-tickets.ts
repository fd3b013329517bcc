import type { Draft } from '../../domain/intake/draft.ts'
import { TICKETS_AN_HOUR } from '../../domain/pace.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { tellMoment } from '../../texts/format-moment.ts'
import type { DeskContext } from '../context.ts'
import { htmlText, keyboard, tapButton } from './keyboard.ts'

/** Why the form can't be sent now, when it can, and the open tickets its content may go to instead. */
export function tooManyTickets(
  ctx: DeskContext,
  draft: Draft,
  tickets: readonly Ticket[],
  allowedAt: Date,
): Record<string, unknown> {
  const { t } = ctx
  const moment = tellMoment(allowedAt, t.language, ctx.desk.rules.timeZone)
  const lines = [t.html('too-many-tickets', { count: TICKETS_AN_HOUR, moment })]
  if (tickets.length > 0) lines.push(t.html('too-many-tickets-add'))
  const rows = tickets.map((ticket) => [
    tapButton(t.plain('button-add-to', { number: formatTicketNumber(ticket.number) }), {
      kind: 'into',
      draftId: draft.id,
      ticketId: ticket.id,
    }),
  ])
  return { ...htmlText(lines.join('\n')), ...keyboard(...rows) }
}
