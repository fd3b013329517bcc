import { isLow, type Score } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'

/** Keeps how the customer rates a closed ticket; rated again, the latest score counts. Agents are told of a low one. */
export async function rateTicket(desk: Desk, ticket: Ticket, score: Score): Promise<void> {
  const before = await desk.stores.ratings.of(ticket.id)
  if (before?.score === score) return
  const { id: ticketId, categoryId, assigneeId: agentId } = ticket
  const comment = before?.comment ?? null
  desk.stores.ratings.save({ ticketId, categoryId, agentId, score, comment, at: desk.now })
  if (isLow(score)) await desk.notices.ticketRated({ ticket, score, comment: null })
}

/** Keeps the words that go with a rating and shows them to the agents. @returns false where the ticket was not rated */
export async function commentRating(desk: Desk, ticket: Ticket, comment: string): Promise<boolean> {
  const rating = await desk.stores.ratings.of(ticket.id)
  if (rating === null || ticket.strippedAt !== null) return false
  const whole = rating.comment === null ? comment : `${rating.comment}\n${comment}`
  desk.stores.ratings.save({ ...rating, comment: whole })
  await desk.notices.ticketRated({ ticket, score: rating.score, comment })
  return true
}
