import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CalendarDays } from '../domain/business-calendar.ts'
import type { Country } from '../domain/catalog.ts'
import { DAYS_MEND, listOfDays } from './catalog-days.ts'
import { parseYaml } from './parse-yaml.ts'

/** A country's days off, as far as they are known. */
export interface Holidays extends CalendarDays {
  /** In order. */
  readonly years: readonly { readonly year: number; readonly isProvisional: boolean }[]
}

const year = z.strictObject({
  provisional: z.exactOptional(z.boolean()),
  off: listOfDays,
  worked: listOfDays,
})
const schema = z.strictObject({
  years: z.record(z.string().regex(/^20\d{2}$/), year),
})

const MENDS: Readonly<Record<string, string>> = {
  off: DAYS_MEND,
  worked: DAYS_MEND,
  years: 'write years under it, each with off: and worked:',
}

/**
 * The days off of a country, from the file that comes with the desk.
 * @throws CatalogError with every mistake in the file
 */
export function loadHolidays(country: Country): Holidays {
  if (country === 'none') return { off: [], worked: [], years: [] }
  // Found from `dist/` too, to which the file is not copied.
  const file = fileURLToPath(new URL(`../../src/config/calendars/${country}.yaml`, import.meta.url))
  return parseHolidays(readFileSync(file, 'utf8'), relative(process.cwd(), file))
}

/** Reads a calendar's text; `file` is named in the mistakes. @throws CatalogError with all of them */
export function parseHolidays(source: string, file: string): Holidays {
  const { years } = parseYaml(source, file, { schema, mends: MENDS, rules: misplacedDays })
  const entries = Object.entries(years).sort(([one], [other]) => Number(one) - Number(other))
  return {
    off: entries.flatMap(([, { off }]) => off),
    worked: entries.flatMap(([, { worked }]) => worked),
    years: entries.map(([name, { provisional = false }]) => ({
      year: Number(name),
      isProvisional: provisional,
    })),
  }
}

const outline = z.object({ years: z.record(z.string(), z.unknown()) })
const lists = z.object({ off: listOfDays.catch([]), worked: listOfDays.catch([]) })

/** A day under another year's name is forgotten when that year is corrected. */
function misplacedDays(data: unknown) {
  const parsed = outline.safeParse(data)
  if (!parsed.success) return []
  return Object.entries(parsed.data.years).flatMap(([name, value]) => {
    const read = lists.safeParse(value)
    if (!read.success) return []
    return (['off', 'worked'] as const)
      .filter((list) => read.data[list].some((date) => !date.startsWith(`${name}-`)))
      .map((list) => ({
        path: ['years', name, list],
        problem: `"${list}" of ${name} names a day of another year`,
        mend: 'move it to its own year',
      }))
  })
}
