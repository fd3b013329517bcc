import type { OverviewPage, TicketOverview } from '../../app/search-ports.ts'
import { nextPromise, QUEUE_FILTERS, type QueueFilter, RUNNING } from '../../domain/queue.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import { formatSpan } from '../../texts/format-span.ts'
import type { DeskContext } from '../context.ts'
import { keyboard, pairs, type Screen, tapButton } from './keyboard.ts'
import { headLine, peopleLine } from './overview-line.ts'
import { priorityWord } from './words.ts'

export interface QueuePlace {
  readonly filter: QueueFilter
  readonly page: number
}

/** What waits for agents, one page of it. */
export function queueScreen(ctx: DeskContext, { rows, hasMore }: OverviewPage, place: QueuePlace): Screen {
  const { t } = ctx
  const tap = (text: string, filter: QueueFilter, page: number) =>
    tapButton(text, { kind: 'queue', filter, page })
  const others = QUEUE_FILTERS.filter((filter) => filter !== place.filter)
  const turn = [
    ...(place.page > 0 ? [tap(t.plain('button-list-back'), place.filter, place.page - 1)] : []),
    ...(hasMore ? [tap(t.plain('button-list-next'), place.filter, place.page + 1)] : []),
  ]
  const switches = [
    ...others.map((filter) => tap(t.plain(`button-queue-${filter}`), filter, 0)),
    again(ctx, place),
  ]
  const title = t.html(`queue-${place.filter}`)
  const lines = rows.length === 0 ? [t.html('queue-none')] : rows.map((row) => queueRow(ctx, row))
  return { html: [title, ...lines].join('\n\n'), markup: keyboard(turn, ...pairs(switches)) }
}

function again({ t }: DeskContext, { filter }: QueuePlace) {
  return tapButton(t.plain('button-list-again'), { kind: 'queue', filter, page: 0 })
}

function queueRow(ctx: DeskContext, overview: TicketOverview): string {
  return [headLine(ctx, overview), peopleLine(ctx.t, overview), promiseLine(ctx, overview)].join('\n')
}

const PROMISE_WORDS = {
  firstResponse: { paused: 'queue-paused', left: 'queue-left', late: 'queue-late' },
  resolution: { paused: 'queue-solution-paused', left: 'queue-solution-left', late: 'queue-solution-late' },
} as const

/** What is promised next, and what is left of it while the next move is ours. */
function promiseLine({ t, desk }: DeskContext, { ticket }: TicketOverview): string {
  const priority = priorityWord(t, ticket.priority)
  const { target, by } = nextPromise(ticket)
  if (by === null) return t.html('queue-answered', { priority })
  const words = PROMISE_WORDS[target]
  const moment = formatMoment(by, t.language, desk.rules.timeZone)
  const isRunning = (RUNNING as readonly string[]).includes(ticket.status)
  if (!isRunning) return t.html(words.paused, { priority, moment })
  const left = by.getTime() - desk.now.getTime()
  const span = formatSpan(t, Math.abs(left))
  return t.html(left < 0 ? words.late : words.left, { priority, moment, span })
}
