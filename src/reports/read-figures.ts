import type { FiguredTicket, Figures } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import { sumUpFigures } from '../domain/sum-up-figures.ts'
import type { Texts } from '../texts/texts.ts'
import type { ReportDeps } from './report-deps.ts'

/** Between two pages others have their turn at the database. */
const PAGE = 500

/** The tickets filed in a period, page by page. */
export async function* filedIn(
  { stores }: Pick<ReportDeps, 'stores'>,
  period: Period,
  categories: readonly string[] | null,
): AsyncGenerator<readonly FiguredTicket[]> {
  let after: FiguredTicket | null = null
  for (;;) {
    const page: readonly FiguredTicket[] = await stores.figures.filedIn(period, categories, after, PAGE)
    if (page.length > 0) yield page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

export async function readFigures(
  deps: Pick<ReportDeps, 'stores' | 'timeZone' | 'now'>,
  period: Period,
  categories: readonly string[] | null,
): Promise<Figures> {
  const { figures } = deps.stores
  const [scores, selfHelp] = await Promise.all([
    figures.scoresIn(period, categories),
    figures.selfHelpIn(period, categories),
  ])
  const { timeZone } = deps
  const sum = sumUpFigures({ period, timeZone, now: deps.now(), scores, selfHelp })
  for await (const page of filedIn(deps, period, categories)) for (const ticket of page) sum.add(ticket)
  return sum.end()
}

/** What the agents are called, as customers see them. Who has chosen no name is told from others by a number. */
export function createAgentNames({ stores }: Pick<ReportDeps, 'stores'>, t: Texts) {
  const names = new Map<string, string>()
  let unnamed = 0
  return async (agentId: string): Promise<string> => {
    const known = names.get(agentId)
    if (known !== undefined) return known
    const chosen = (await stores.agents.byId(agentId))?.displayName
    if (!chosen) unnamed += 1
    const name = chosen || t.plain('numbers-agent-unnamed', { place: unnamed })
    names.set(agentId, name)
    return name
  }
}
