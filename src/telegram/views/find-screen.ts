import type { FoundTickets } from '../../app/find-tickets.ts'
import type { SearchHit, TicketOverview } from '../../app/search-ports.ts'
import type { DeskContext } from '../context.ts'
import { foundExcerpt } from './found-excerpt.ts'
import { keyboard, type Screen, tapButton } from './keyboard.ts'
import { headLine, peopleLine } from './overview-line.ts'

/** What was found. The question stands in the only code of the message: the next page is asked for with it, see {@link askedIn}. */
export function findScreen(
  ctx: DeskContext,
  typed: string,
  found: FoundTickets,
  place: { readonly isFirst: boolean },
): Screen {
  const { t } = ctx
  const isNone = found.rows.length === 0
  if (isNone && place.isFirst) return { html: t.html('find-none', { typed }), markup: keyboard() }
  const rows = isNone
    ? [t.html('find-no-more')]
    : found.rows.map(({ overview, hit }) => foundRow(ctx, overview, hit))
  const tap = (key: string, before: number | null) =>
    tapButton(t.plain(key), { kind: 'find', mode: found.mode, before })
  const turn = [
    ...(place.isFirst ? [] : [tap('button-list-first', null)]),
    ...(found.next === null ? [] : [tap('button-older', found.next)]),
  ]
  return { html: [t.html('find-title', { typed }), ...rows].join('\n\n'), markup: keyboard(turn) }
}

function foundRow(ctx: DeskContext, overview: TicketOverview, hit: SearchHit | null): string {
  const { text, found, isNote } = hit ?? { text: overview.ticket.description, found: [], isNote: false }
  const quote = foundExcerpt(text, found)
  const lines = [headLine(ctx, overview), peopleLine(ctx.t, overview)]
  if (quote !== '') lines.push(`${isNote ? `${ctx.t.html('find-note')} ` : ''}${quote}`)
  return lines.join('\n')
}

/** What was asked for in an answer of ours; null: it can't be read any more. */
export function askedIn(
  message:
    | {
        readonly text?: string
        readonly entities?: readonly {
          readonly type: string
          readonly offset: number
          readonly length: number
        }[]
      }
    | undefined,
): string | null {
  const code = message?.entities?.find(({ type }) => type === 'code')
  if (code === undefined || message?.text === undefined) return null
  return message.text.slice(code.offset, code.offset + code.length)
}
