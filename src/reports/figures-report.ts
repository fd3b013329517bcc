import type { Figures } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import { formatDay } from '../texts/format-moment.ts'
import { formatPeriod } from '../texts/format-period.ts'
import { formatDuration, formatMean, formatShare } from './figure-words.ts'
import type { MadeReport } from './made-report.ts'
import { createAgentNames, readFigures } from './read-figures.ts'
import type { ReportDeps } from './report-deps.ts'

/** The picture of a period with a few words; the words alone where no picture can be drawn on this machine. */
export async function makeFiguresReport(
  deps: ReportDeps,
  period: Period,
  { categories, title }: { readonly categories: readonly string[] | null; readonly title: string },
): Promise<MadeReport> {
  const { t, timeZone } = deps
  const figures = await readFigures(deps, period, categories)
  const words = [
    t.html(title, { period: formatPeriod(period, t.language, timeZone) }),
    ...lines(deps, figures),
  ]
  const caption = words.join('\n')
  try {
    const picture = await drawPicture(deps, period, figures)
    const name = `${t.plain('numbers-file-name')}-${formatDay(deps.now(), timeZone)}.png`
    return { kind: 'made', file: { as: 'photo', name, parts: [picture] }, caption }
  } catch (error) {
    deps.log.warn({ err: error }, 'A report goes out without its picture')
    return { kind: 'made', file: null, caption: `${caption}\n\n${t.html('report-caption-no-picture')}` }
  }
}

async function drawPicture(deps: ReportDeps, period: Period, figures: Figures): Promise<Buffer> {
  const { t, catalog, timeZone } = deps
  const nameOf = createAgentNames(deps, t)
  const agentNames = new Map<string, string>()
  for (const { agentId } of figures.agents) agentNames.set(agentId, await nameOf(agentId))
  // Loaded with the first picture: drawing takes memory that a desk without reports has other uses for.
  const { drawFigures } = await import('./picture/draw-figures.ts')
  const { renderPicture } = await import('./picture/render-picture.ts')
  return renderPicture(drawFigures({ t, catalog, timeZone, period, figures, agentNames }))
}

function lines({ t }: ReportDeps, figures: Figures): readonly string[] {
  const { tickets, resolved, firstReply, kept, ratings } = figures
  const share = formatShare(t, kept)
  return [
    t.html('report-caption-tickets', { count: tickets, resolved }),
    ...(firstReply === null
      ? []
      : [
          t.html('report-caption-reply', {
            median: formatDuration(t, firstReply.median),
            p90: formatDuration(t, firstReply.p90),
          }),
        ]),
    ...(share === null ? [] : [t.html('report-caption-kept', { share })]),
    ...(ratings === null ? [] : [t.html('report-caption-rating', { mean: formatMean(t, ratings.mean) })]),
  ]
}
