import type { Language } from '../../domain/people.ts'
import { WORDS_EN } from './en/words.ts'
import { WORDS_RU } from './ru/words.ts'

/** What customers of a shop write about, and what becomes of it. Words in braces are filled in, see fill-in.ts. */
export interface Case {
  /** `category/problem` of the catalogue that comes with the desk. */
  readonly about: string
  /** How often it happens, beside the others. */
  readonly weight: number
  /** Does the customer give an order number? */
  readonly hasOrder: boolean
  readonly tellings: readonly string[]
  /** What the agent asks, and what the customer then writes. */
  readonly question?: { readonly asked: string; readonly told: string }
  readonly note?: string
  /** Those to the tellings, in the same order; where there are fewer, they fit all. */
  readonly answers: readonly string[]
  readonly tag?: string
}

/** What is said in any case. */
export interface Words {
  readonly cases: readonly Case[]
  readonly greetings: readonly string[]
  readonly thanks: readonly string[]
  /** What customers write beside their ratings, by how content they are. */
  readonly praise: readonly string[]
  readonly blame: readonly string[]
  /** As they are named, and after "of". */
  readonly products: readonly { readonly name: string; readonly of: string }[]
  readonly places: readonly string[]
  readonly days: readonly string[]
  readonly currency: (amount: number) => string
  readonly customers: readonly CustomerName[]
}

export interface CustomerName {
  readonly first: string
  readonly last: string
  readonly username: string
}

export const WORDS: Readonly<Record<Language, Words>> = { ru: WORDS_RU, en: WORDS_EN }
