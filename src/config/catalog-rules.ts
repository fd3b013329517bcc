import { z } from 'zod'
import { OTHER_ID } from '../domain/catalog.ts'
import { isOrderNumber } from '../domain/order-number.ts'
import { listOfDays } from './catalog-days.ts'
import { brokenMacros } from './catalog-macros.ts'
import { isPattern } from './catalog-schema.ts'

/** Where in the file's data something is: names and places from 0. */
export type CatalogPath = readonly PropertyKey[]

export interface BrokenRule {
  readonly path: CatalogPath
  readonly problem: string
  readonly mend: string
}

/** What the rules look at, readable however wrong the rest is, so that all mistakes are told at once. */
const problemOutline = z.object({ id: z.string().catch(''), priority: z.unknown() })
const categoryOutline = z.object({
  id: z.string().catch(''),
  urgentAllowed: z.unknown(),
  problems: z.array(problemOutline.catch({ id: '', priority: null })).catch([]),
})
const calendarOutline = z
  .object({ closed: listOfDays.catch([]), open: listOfDays.catch([]) })
  .catch({ closed: [], open: [] })
const outline = z.object({
  orderNumber: z
    .object({ patterns: z.array(z.string().catch('')).catch([]), example: z.string().catch('') })
    .catch({ patterns: [], example: '' }),
  hours: z.unknown().optional(),
  calendar: calendarOutline,
  sla: z.unknown().optional(),
  categories: z.array(categoryOutline.catch({ id: '', urgentAllowed: true, problems: [] })).catch([]),
  macros: z.array(z.object({ id: z.string().catch('') }).catch({ id: '' })).catch([]),
})
type CategoryOutline = z.infer<typeof categoryOutline>

/** The rules of a catalogue that concern several of its lines at once. */
export function brokenRules(data: unknown): BrokenRule[] {
  const parsed = outline.safeParse(data)
  if (!parsed.success) return []
  const { orderNumber, categories, calendar, hours, sla, macros } = parsed.data
  return [
    ...bothWaysRule(calendar),
    ...businessHoursRule(sla, hours),
    ...repeatedIds(macros, ['macros']),
    ...brokenMacros(data),
    ...exampleRule(orderNumber),
    ...repeatedIds(categories, ['categories']),
    ...otherCategoryRule(categories),
    ...categories.flatMap((category, index) => categoryRules(category, ['categories', index])),
  ]
}

function exampleRule(orderNumber: z.infer<typeof outline>['orderNumber']): BrokenRule[] {
  const { patterns, example } = orderNumber
  if (example === '' || patterns.length === 0 || !patterns.every(isPattern)) return []
  if (isOrderNumber({ orderNumber }, example)) return []
  return [
    {
      path: ['orderNumber', 'example'],
      problem: 'the example fits none of the patterns',
      mend: 'write an order number of yours here, and patterns that it fits',
    },
  ]
}

function bothWaysRule({ closed, open }: z.infer<typeof calendarOutline>): BrokenRule[] {
  const day = open.find((date) => closed.includes(date))
  if (day === undefined) return []
  const problem = `${day} is both closed and open`
  return [{ path: ['calendar', 'open'], problem, mend: 'take it out of one of the two lists' }]
}

/** Else a business hour would be any hour of a business day, which nobody means. */
function businessHoursRule(sla: unknown, hours: unknown): BrokenRule[] {
  if (hours !== undefined || !/business\s+hour/i.test(JSON.stringify(sla) ?? '')) return []
  return [
    {
      path: ['sla'],
      problem: '"sla" promises business hours, but the catalogue names no hours',
      mend: 'write hours: at its beginning, like - mon-fri 09:00-18:00, or promise hours or business days',
    },
  ]
}

function otherCategoryRule(categories: readonly CategoryOutline[]): BrokenRule[] {
  if (categories.length === 0 || categories.some((category) => category.id === OTHER_ID)) return []
  return [
    {
      path: ['categories'],
      problem: `there is no category "${OTHER_ID}"`,
      mend: `add one with "- id: ${OTHER_ID}" for customers who find nothing that fits`,
    },
  ]
}

function categoryRules(category: CategoryOutline, path: CatalogPath): BrokenRule[] {
  const problems = [...path, 'problems']
  return [
    ...repeatedIds(category.problems, problems),
    ...lastProblemRule(category, problems),
    ...urgentRule(category, problems),
  ]
}

function lastProblemRule(category: CategoryOutline, path: CatalogPath): BrokenRule[] {
  const place = category.problems.findIndex((problem) => problem.id === OTHER_ID)
  if (category.problems.length === 0 || place === category.problems.length - 1) return []
  if (place === -1) {
    return [
      {
        path: path.slice(0, -1),
        problem: `the category "${category.id}" has no problem "${OTHER_ID}"`,
        mend: `add one with "- id: ${OTHER_ID}" as its last problem`,
      },
    ]
  }
  return [
    {
      path: [...path, place, 'id'],
      problem: `the problem "${OTHER_ID}" is not the last of its category`,
      mend: 'move it to the end of the list, where customers look for it',
    },
  ]
}

function urgentRule(category: CategoryOutline, path: CatalogPath): BrokenRule[] {
  if (category.urgentAllowed !== false) return []
  return category.problems.flatMap((problem, index) => {
    if (problem.priority !== 'urgent') return []
    return {
      path: [...path, index, 'priority'],
      problem: `the problem "${problem.id}" is urgent, but its category allows none`,
      mend: 'write standard or complex here, or urgentAllowed: true in the category',
    }
  })
}

function repeatedIds(items: readonly { readonly id: string }[], path: CatalogPath): BrokenRule[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (id === '' || !seen.has(id)) {
      seen.add(id)
      return []
    }
    return {
      path: [...path, index, 'id'],
      problem: `the id "${id}" is used a second time in the same list`,
      mend: 'write another one, or take one of the two entries out',
    }
  })
}
