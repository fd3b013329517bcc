import { type Catalog, findCategory } from '../../domain/catalog.ts'
import type { AgentFigures, Figures, Kept, Times } from '../../domain/figures.ts'
import type { Period } from '../../domain/period.ts'
import { SCORES } from '../../domain/rating.ts'
import { visibleName } from '../../domain/visible-name.ts'
import { dayLabels, formatPeriod } from '../../texts/format-period.ts'
import type { Texts } from '../../texts/texts.ts'
import { formatDuration, formatMean, formatShare } from '../figure-words.ts'
import { drawDays } from './day-chart.ts'
import {
  CATEGORY_COLOURS,
  COLOURS,
  card,
  heading,
  INNER,
  MARGIN,
  moved,
  PADDING,
  type Piece,
  page,
  REST_COLOUR,
  rectAt,
  shorten,
  stack,
  textAt,
  WIDTH,
} from './svg.ts'

const MOST_AGENTS = 8
/** Below it a share of kept promises is worth a look. */
const WORRYING = 0.9

export interface FiguresToDraw {
  readonly t: Texts
  readonly catalog: Catalog
  readonly timeZone: string
  readonly period: Period
  readonly figures: Figures
  /** By their ids, as agents and customers know them. */
  readonly agentNames: ReadonlyMap<string, string>
}

/** One picture of all figures, upright, to be read on a phone. @returns SVG */
export function drawFigures(drawn: FiguresToDraw): string {
  const { t, period, timeZone, figures } = drawn
  const title: Piece = {
    height: 92,
    svg:
      textAt(4, 44, t.plain('numbers-title'), { size: 42, bold: true }) +
      textAt(4, 88, formatPeriod(period, t.language, timeZone), { size: 32, colour: COLOURS.faint }),
  }
  return page(title, [
    tiles(drawn),
    card([heading(t.plain('numbers-by-day')), ...days(drawn)]),
    card([heading(t.plain('numbers-times')), times(t, figures)]),
    ...(figures.ratings === null
      ? []
      : [card([heading(t.plain('numbers-ratings')), ratings(figures.ratings)])]),
    ...(figures.agents.length === 0 ? [] : [card([heading(t.plain('numbers-agents')), agents(drawn)])]),
  ])
}

/** In pixels. */
const TILE = 176

interface Tile {
  readonly name: string
  readonly value: string
  readonly more: string
  readonly colour?: string
}

function tiles({ t, figures }: FiguresToDraw): Piece {
  const { tickets, resolved, kept, ratings: rated, selfHelp } = figures
  const share = kept.due === 0 ? 1 : kept.kept / kept.due
  const none = '–'
  const read = selfHelp.helped + selfHelp.wentOn
  const all: readonly Tile[] = [
    {
      name: t.plain('numbers-tickets'),
      value: String(tickets),
      more: t.plain('numbers-resolved', { count: resolved }),
    },
    {
      name: t.plain('numbers-kept'),
      value: formatShare(t, kept) ?? none,
      more:
        kept.due === 0
          ? t.plain('numbers-none-due')
          : t.plain('numbers-of', { part: kept.kept, whole: kept.due }),
      colour: kept.due === 0 ? COLOURS.ink : share < WORRYING ? COLOURS.bad : COLOURS.good,
    },
    {
      name: t.plain('numbers-rating'),
      value: rated === null ? none : formatMean(t, rated.mean),
      more: t.plain('numbers-rated', { count: rated?.count ?? 0 }),
    },
    {
      name: t.plain('numbers-self-help'),
      value: String(selfHelp.helped),
      more: t.plain('numbers-read', { count: read }),
    },
  ]
  const width = (WIDTH - 3 * MARGIN) / 2
  const rows = [all.slice(0, 2), all.slice(2)].map((pair): Piece => {
    const svg = pair.map((tile, column) => moved(column * (width + MARGIN), 0, drawTile(tile, width)))
    return { height: TILE, svg: svg.join('') }
  })
  return stack(rows, MARGIN)
}

function drawTile({ name, value, more, colour = COLOURS.ink }: Tile, width: number): string {
  const room = width - 2 * PADDING
  return (
    rectAt(0, 0, width, TILE, COLOURS.card, 24) +
    textAt(PADDING, 46, shorten(name, room, 28), { size: 28, colour: COLOURS.faint }) +
    textAt(PADDING, 110, value, { size: 58, bold: true, colour }) +
    textAt(PADDING, 152, shorten(more, room, 28), { size: 28, colour: COLOURS.faint })
  )
}

interface Layer {
  readonly name: string
  readonly colour: string
  readonly values: readonly number[]
  readonly total: number
}

/** The most frequent categories one by one, all others together. */
function days({ t, catalog, timeZone, figures, period }: FiguresToDraw): readonly Piece[] {
  const top = figures.categories.slice(0, CATEGORY_COLOURS.length)
  const layers: Layer[] = top.map(({ categoryId, tickets }, place) => ({
    name: findCategory(catalog, categoryId)?.title[t.language] ?? categoryId,
    colour: CATEGORY_COLOURS[place] ?? REST_COLOUR,
    values: figures.days.map(({ byCategory }) => byCategory.get(categoryId) ?? 0),
    total: tickets,
  }))
  const rest = figures.categories.slice(top.length)
  if (rest.length > 0) {
    const countOf = (byCategory: ReadonlyMap<string, number>) =>
      rest.reduce((sum, { categoryId }) => sum + (byCategory.get(categoryId) ?? 0), 0)
    layers.push({
      name: t.plain('numbers-rest'),
      colour: REST_COLOUR,
      values: figures.days.map(({ byCategory }) => countOf(byCategory)),
      total: rest.reduce((sum, { tickets }) => sum + tickets, 0),
    })
  }
  const labels = dayLabels(period, t.language, timeZone)
  return [drawDays({ width: INNER, labels, layers }), legend(layers)]
}

/** Two beside each other. */
function legend(layers: readonly Layer[]): Piece {
  const column = INNER / 2
  const row = 42
  const svg = layers.map(({ name, colour, total }, place) => {
    const count = ` ${total}`
    const words = `${shorten(name, column - 70 - 18 * count.length, 27)} ·${count}`
    return moved(
      (place % 2) * column,
      20 + Math.floor(place / 2) * row,
      rectAt(0, 4, 26, 26, colour, 6) + textAt(40, 27, words, { size: 27 }),
    )
  })
  return { height: layers.length === 0 ? 0 : 14 + Math.ceil(layers.length / 2) * row, svg: svg.join('') }
}

const ROW = 50
const COLUMN_1 = INNER - 320
const COLUMN_2 = INNER

function times(t: Texts, { firstReply, resolution }: Figures): Piece {
  const head =
    textAt(COLUMN_1, 22, t.plain('numbers-median'), { size: 26, colour: COLOURS.faint, anchor: 'end' }) +
    textAt(COLUMN_2, 22, t.plain('numbers-p90'), { size: 26, colour: COLOURS.faint, anchor: 'end' })
  const row = (name: string, found: Times | null) => {
    const cell = (x: number, ms: number | undefined, bold: boolean) =>
      textAt(x, 38, ms === undefined ? '–' : formatDuration(t, ms), { size: 31, bold, anchor: 'end' })
    return (
      textAt(0, 38, name, { size: 30 }) +
      cell(COLUMN_1, found?.median, true) +
      cell(COLUMN_2, found?.p90, false)
    )
  }
  const rows = [
    row(t.plain('numbers-first-reply'), firstReply),
    row(t.plain('numbers-resolution'), resolution),
  ]
  const svg = rows.map((each, place) => moved(0, 34 + place * ROW, each))
  return { height: 34 + rows.length * ROW, svg: head + svg.join('') }
}

function ratings({ byScore, count }: NonNullable<Figures['ratings']>): Piece {
  const row = 40
  const from = 64
  const full = INNER - from - 90
  const svg = SCORES.map((score, place) => {
    const given = byScore.get(score) ?? 0
    const width = (full * given) / count
    const colour = score <= 2 ? COLOURS.bad : score === 3 ? '#e69f00' : COLOURS.good
    return moved(
      0,
      place * row,
      textAt(0, 28, `${score} ★`, { size: 28 }) +
        rectAt(from, 4, full, 28, '#f0f3f7', 6) +
        rectAt(from, 4, width, 28, colour, 6) +
        textAt(INNER, 28, String(given), { size: 28, anchor: 'end' }),
    )
  })
  return { height: SCORES.length * row - 8, svg: svg.join('') }
}

/** Where the columns of the agents' table end. */
const AGENT_COLUMNS = { tickets: INNER - 480, reply: INNER - 250, kept: INNER - 110, rating: INNER } as const

function agents(drawn: FiguresToDraw): Piece {
  const { t, figures } = drawn
  const shown = figures.agents.slice(0, MOST_AGENTS)
  const left = figures.agents.length - shown.length
  const head = (x: number, key: string) =>
    textAt(x, 22, t.plain(key), { size: 25, colour: COLOURS.faint, anchor: 'end' })
  const heads =
    head(AGENT_COLUMNS.tickets, 'numbers-column-tickets') +
    head(AGENT_COLUMNS.reply, 'numbers-column-reply') +
    head(AGENT_COLUMNS.kept, 'numbers-column-kept') +
    head(AGENT_COLUMNS.rating, 'numbers-column-rating')
  const rows = shown.map((agent, place) => moved(0, 34 + place * ROW, agentRow(drawn, agent)))
  const rest =
    left === 0
      ? ''
      : textAt(0, 34 + shown.length * ROW + 38, t.plain('numbers-agents-left', { count: left }), {
          size: 26,
          colour: COLOURS.faint,
        })
  const lines = shown.length + (left === 0 ? 0 : 1)
  return { height: 34 + lines * ROW - 8, svg: heads + rows.join('') + rest }
}

function agentRow({ t, agentNames }: FiguresToDraw, agent: AgentFigures): string {
  const name = visibleName(agentNames.get(agent.agentId) ?? '')
  const cell = (x: number, words: string | null, colour: string = COLOURS.ink) =>
    textAt(x, 38, words ?? '–', { size: 28, anchor: 'end', colour })
  return (
    rectAt(0, 0, INNER, 2, COLOURS.line) +
    textAt(0, 38, shorten(name, AGENT_COLUMNS.tickets - 110, 28), { size: 28 }) +
    cell(AGENT_COLUMNS.tickets, String(agent.tickets)) +
    cell(AGENT_COLUMNS.reply, agent.firstReply && formatDuration(t, agent.firstReply.median)) +
    cell(AGENT_COLUMNS.kept, formatShare(t, agent.kept), worry(agent.kept)) +
    cell(AGENT_COLUMNS.rating, agent.ratings && formatMean(t, agent.ratings.mean))
  )
}

function worry({ kept, due }: Kept): string {
  return due > 0 && kept / due < WORRYING ? COLOURS.bad : COLOURS.ink
}
