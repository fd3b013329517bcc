/** How well a customer was helped, in their own eyes: CSAT. */

/** Best first, as they are offered. */
export const SCORES = [5, 4, 3, 2, 1] as const
export type Score = (typeof SCORES)[number]

/** At most that: agents are told, and the customer is offered to go on. */
const LOW = 2
/** A word of thanks, not a letter. In characters. */
export const COMMENT_MAX = 1000

export interface Rating {
  readonly ticketId: string
  readonly categoryId: string
  /** Who had the ticket when it was closed; null: nobody. */
  readonly agentId: string | null
  readonly score: Score
  readonly comment: string | null
  readonly at: Date
}

export function isLow(score: Score): boolean {
  return score <= LOW
}

export function readScore(text: string): Score | null {
  return SCORES.find((score) => String(score) === text) ?? null
}
