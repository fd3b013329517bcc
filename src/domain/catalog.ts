import type { Language } from './people.ts'
import type { Priority } from './ticket.ts'

/** What a customer can write about: the owner's list of categories and concrete problems. */

/** At both levels, for whatever fits nothing else. */
export const OTHER_ID = 'other'

/** Whether the form asks for an order number, and whether "I don't have it" is an answer. */
export const ORDER_QUESTIONS = ['required', 'optional', 'none'] as const
export type OrderQuestion = (typeof ORDER_QUESTIONS)[number]

export interface Problem {
  /** Unique within its category, fits into a button's data. */
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
  readonly order: OrderQuestion
  readonly priority: Priority
  /** Advice shown above the description: what to write so that one letter is enough. */
  readonly hint?: Readonly<Record<Language, string>>
}

export interface Category {
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
  /** Whether a problem of this category may be `urgent` (answered in two hours). */
  readonly urgentAllowed: boolean
  /** The agents' group for this category's tickets; absent: the main one. */
  readonly staffGroup?: number
  readonly problems: readonly Problem[]
}

export interface Catalog {
  readonly orderNumber: {
    /** Regular expressions, any of which an order number must match as a whole. */
    readonly patterns: readonly string[]
    /** Shown to the customer beside the question. */
    readonly example: string
  }
  readonly categories: readonly Category[]
}

/** The category with this id, or null: a button may be older than the catalogue. */
export function findCategory(catalog: Catalog, categoryId: string): Category | null {
  return catalog.categories.find((category) => category.id === categoryId) ?? null
}

/** The problem with this id in that category, or null. */
export function findProblem(catalog: Catalog, categoryId: string, problemId: string): Problem | null {
  const category = findCategory(catalog, categoryId)
  return category?.problems.find((problem) => problem.id === problemId) ?? null
}

/** Longer texts are no order numbers, whatever the pattern says: a pattern's cost grows with the text. In characters. */
const ORDER_NUMBER_LENGTH = 64

/** Whether the text, as a whole and without spaces around it, has the form of one of the shop's order numbers. */
export function isOrderNumber(catalog: Pick<Catalog, 'orderNumber'>, text: string): boolean {
  const candidate = text.trim()
  if (candidate.length > ORDER_NUMBER_LENGTH) return false
  return catalog.orderNumber.patterns.some((pattern) => new RegExp(`^(?:${pattern})$`, 'u').test(candidate))
}
