import type { Customer } from './people.ts'
import type { Ticket } from './ticket.ts'

/** What a customer may do with their own data, and what is left of it in the end. */

/** Time to think better of it, a weekend included, and within the month that the law gives the shop. */
export const GRACE_DAYS = 7
const DAY_MS = 86_400_000
/** A file of everything is work for the desk, and nothing much is new in it sooner. */
const EXPORT_EVERY_MS = 3_600_000

/**
 * In place of the Telegram id of a customer who was forgotten. No chat has such an id, they have a bit more than any of Telegram's,
 * and the queues of the outbox lie below (see FIRST_QUEUE). https://core.telegram.org/bots/api#chat
 */
const FIRST_PLACEHOLDER = 2 ** 52 + 2 ** 51
const PLACEHOLDERS = 2 ** 47

export function deletionDueAt(asked: Date): Date {
  return new Date(asked.getTime() + GRACE_DAYS * DAY_MS)
}

/** When the next export may be asked for; null: now. */
export function exportAllowedAt({ exportedAt }: Pick<Customer, 'exportedAt'>, now: Date): Date | null {
  if (exportedAt === null) return null
  const allowedAt = new Date(exportedAt.getTime() + EXPORT_EVERY_MS)
  return allowedAt > now ? allowedAt : null
}

/** Tickets that ended before this moment have been kept for long enough. */
export function keptUntil(now: Date, retentionDays: number): Date {
  return new Date(now.getTime() - retentionDays * DAY_MS)
}

/** For how many whole days after its end a stripped ticket was kept. */
export function daysKept({ endedAt, strippedAt }: Pick<Ticket, 'endedAt' | 'strippedAt'>): number {
  if (endedAt === null || strippedAt === null) return 0
  return Math.floor((strippedAt.getTime() - endedAt.getTime()) / DAY_MS)
}

/** The customer without the person. `randomBelow`: see Ids. */
export function forgotten(customer: Customer, randomBelow: (below: number) => number): Customer {
  return {
    ...customer,
    telegramId: FIRST_PLACEHOLDER + randomBelow(PLACEHOLDERS),
    firstName: '',
    lastName: null,
    username: null,
    consentAt: null,
    unreachableSince: null,
    pace: null,
    shopCustomerId: null,
    email: null,
    deletionAt: null,
    exportedAt: null,
    bannedUntil: null,
    banReason: null,
    banToldAt: null,
  }
}

/** The ticket without words: what it was about, how it went and how long it took stay. Its version is not touched. */
export function stripped(ticket: Ticket, now: Date): Ticket {
  return { ...ticket, description: '', orderNumber: null, replyTo: null, strippedAt: now }
}
