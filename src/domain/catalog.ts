import type { OpeningHours, Weekday } from './opening-hours.ts'
import type { Language } from './people.ts'
import type { SlaSettings } from './sla-rules.ts'
import type { Priority } from './ticket.ts'

/** What a customer can write about: the owner's list of categories and concrete problems. */

/** At both levels, for whatever fits nothing else. */
export const OTHER_ID = 'other'

/** Whether the form asks for an order number, and whether "I don't have it" is an answer. */
export const ORDER_QUESTIONS = ['required', 'optional', 'none'] as const
export type OrderQuestion = (typeof ORDER_QUESTIONS)[number]

/** What a description had better tell. */
export const FACTS = ['date', 'amount'] as const
export type Fact = (typeof FACTS)[number]

/** What helps without a ticket: shown before the form goes on. */
export interface SelfHelp {
  readonly text: Readonly<Record<Language, string>>
  /** Where to read on. */
  readonly link?: string
  /** A picture above the text. */
  readonly picture?: string
}

export interface Problem {
  /** Unique within its category, fits into a button's data. */
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
  readonly order: OrderQuestion
  readonly priority: Priority
  /** Advice shown above the description: what to write so that one letter is enough. */
  readonly hint?: Readonly<Record<Language, string>>
  /** What the description of this problem had better tell. */
  readonly facts?: readonly Fact[]
  /** An answer the customer may read instead of filing a ticket. */
  readonly answer?: SelfHelp
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

/** Another way to reach the shop: a number to call, or an address to open. */
export interface Contact {
  readonly title: Readonly<Record<Language, string>>
  /** What it is for. */
  readonly about?: Readonly<Record<Language, string>>
  readonly phone?: string
  readonly link?: string
  /** When somebody is there; absent: nothing is said of it. */
  readonly hours?: OpeningHours
}

/** Whose holidays count. */
export const COUNTRIES = ['ru', 'none'] as const
export type Country = (typeof COUNTRIES)[number]

/** What the shop's calendar has of its own; dates as `YYYY-MM-DD`. */
export interface CalendarSettings {
  readonly country?: Country
  /** Days of an ordinary week that are worked; absent: Monday to Friday. */
  readonly week?: readonly Weekday[]
  /** Not worked, whatever the country says. */
  readonly closed?: readonly string[]
  /** Worked, whatever the country says. */
  readonly open?: readonly string[]
}

/** A ready answer of the owner's. */
export interface Macro {
  /** By which agents call it up; unique. */
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
  /** May hold placeholders, see macro.ts. */
  readonly text: Readonly<Record<Language, string>>
  /** The categories it is for; absent: all. */
  readonly categories?: readonly string[]
}

export interface Catalog {
  /** When agents answer; absent: nothing is said of it. */
  readonly hours?: OpeningHours
  readonly contacts?: readonly Contact[]
  /** Absent: Russian holidays. */
  readonly calendar?: CalendarSettings
  /** Absent: what the support guide promises. */
  readonly sla?: SlaSettings
  /** Ready answers for agents. */
  readonly macros?: readonly Macro[]
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

/** Whether a ticket of this category may be urgent: not where the catalogue has it no more. */
export function allowsUrgent(catalog: Catalog, categoryId: string): boolean {
  return findCategory(catalog, categoryId)?.urgentAllowed ?? false
}

/** The problem with this id in that category, or null. */
export function findProblem(catalog: Catalog, categoryId: string, problemId: string): Problem | null {
  const category = findCategory(catalog, categoryId)
  return category?.problems.find((problem) => problem.id === problemId) ?? null
}
