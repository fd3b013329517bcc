import { CatalogError } from '../../config/catalog-error.ts'
import { type Holidays, loadHolidays } from '../../config/load-holidays.ts'
import type { Catalog } from '../../domain/catalog.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

/** A promise of business days reaches a few days ahead; a year gives time to find out. */
const AHEAD_MS = 365 * 86_400_000

const MEND =
  'when the days are decided, get a newer version of the desk, or write those that differ into your catalogue, under calendar: closed: and open:'

/** Whether the holidays that promises are reckoned with are known. @param catalog null: it can't be used, which is told elsewhere */
export function checkCalendar(catalog: Catalog | null, now: Date): readonly Finding[] {
  if (catalog === null) return []
  const { country = 'ru' } = catalog.calendar ?? {}
  if (country === 'none') return [fine('calendar', 'no holidays but those of your catalogue')]
  try {
    return [judgeHolidays(loadHolidays(country), now)]
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return error.problems.map((one) =>
      problem('calendar', `${one.file}:${one.line}: ${one.problem}`, one.mend),
    )
  }
}

/** One finding, whatever there is to say. */
export function judgeHolidays({ years }: Pick<Holidays, 'years'>, now: Date): Finding {
  const last = years.at(-1)?.year ?? now.getUTCFullYear() - 1
  const known = `holidays are known up to 31 December ${last}`
  const isShort = Date.UTC(last + 1, 0, 1) < now.getTime() + AHEAD_MS
  const unsure = years
    .filter(({ year, isProvisional }) => isProvisional && year >= now.getUTCFullYear())
    .map(({ year }) => year)
  if (unsure.length > 0) {
    const says = `${known}; of ${unsure.join(', ')} the days that the government moves are a guess`
    return warning('calendar', says, MEND)
  }
  return isShort ? warning('calendar', `${known} only`, MEND) : fine('calendar', known)
}
