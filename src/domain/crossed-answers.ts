import type { TicketMessage } from './ticket-message.ts'

/** Answers of two agents so close together were written without the one knowing of the other. Milliseconds. */
export const CROSSED_WITHIN_MS = 60_000

/**
 * The answer of a colleague that an agent's answer of `now` has crossed: the last one, if no word of the customer stands between the
 * two. An agent who goes on with their own answer has crossed nobody.
 * @param before the ticket's last messages, oldest first
 */
export function crossedAnswer(
  before: readonly TicketMessage[],
  agentId: string,
  now: Date,
): TicketMessage | null {
  const spoken = before.filter(({ author, retractedAt }) => author !== 'note' && retractedAt === null)
  const last = spoken.at(-1)
  if (last === undefined || last.author !== 'agent' || last.agentId === agentId) return null
  return now.getTime() - last.createdAt.getTime() <= CROSSED_WITHIN_MS ? last : null
}
