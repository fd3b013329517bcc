/** The people of the desk. */

import type { Pace } from './pace.ts'

export const LANGUAGES = ['ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Customer {
  readonly id: string
  /** The Telegram account; a private chat has the same id. */
  readonly telegramId: number
  readonly firstName: string
  readonly lastName: string | null
  readonly username: string | null
  readonly language: Language
  /** Chosen with /language: the client's language no longer changes it. */
  readonly languageChosen: boolean
  readonly consentAt: Date | null
  /** Set while the bot can't write to the customer. */
  readonly unreachableSince: Date | null
  /** Null: they have not written outside a form yet. */
  readonly pace: Pace | null
  /** Their id in the shop, by a signed link of its site. */
  readonly shopCustomerId: string | null
  /** An address that they confirmed by a code. */
  readonly email: string | null
  /** When everything of theirs is deleted, as they asked; null: it is not. */
  readonly deletionAt: Date | null
  /** When they last asked for a copy of all that is kept of them. */
  readonly exportedAt: Date | null
  /** Until when they may not write to the staff, see ban.ts; null: they were never banned, or not any more. */
  readonly bannedUntil: Date | null
  /** Why, for the staff alone. */
  readonly banReason: string | null
  /** When they were last told of it. */
  readonly banToldAt: Date | null
  readonly createdAt: Date
}

export interface Agent {
  readonly id: string
  readonly telegramId: number
  /** The name customers see; null until /name: customers then see a neutral word. */
  readonly displayName: string | null
  readonly createdAt: Date
}
