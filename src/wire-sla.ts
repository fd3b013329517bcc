import { loadHolidays } from './config/load-holidays.ts'
import { calendarOf, ORDINARY_WEEK } from './domain/business-calendar.ts'
import type { Catalog } from './domain/catalog.ts'
import { type SlaRules, slaRulesOf } from './domain/sla-rules.ts'

/** What the shop promises and by which calendar, out of the catalogue and its country's holidays. @throws CatalogError */
export function wireSla(catalog: Catalog, timeZone: string): SlaRules {
  const { country = 'ru', week = ORDINARY_WEEK, closed = [], open = [] } = catalog.calendar ?? {}
  const hours = catalog.hours ?? null
  const own = { off: closed, worked: open }
  return slaRulesOf(calendarOf({ timeZone, week, hours }, loadHolidays(country), own), catalog.sla)
}
