import { CROSSED_WITHIN_MS, crossedAnswer } from '../domain/crossed-answers.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import type { Desk } from './desk.ts'
import { writeAudit } from './write-audit.ts'

/** So far back the colleague's answer is looked for: notes and parts of an album may stand between. */
const LOOK_BACK = 30

/** Tells two agents that their answers have crossed: once a minute for each pair. `second` is the answer that was just written. */
export async function warnOfCrossing(desk: Desk, ticket: Ticket, second: TicketMessage): Promise<void> {
  if (second.agentId === null) return
  const last = await desk.stores.messages.lastOf(ticket.id, LOOK_BACK)
  const before = last.filter(({ id }) => id !== second.id)
  const first = crossedAnswer(before, second.agentId, desk.now)
  if (first === null || first.agentId === null) return
  const pair = [first.agentId, second.agentId]
  if (await wasWarned(desk, ticket, pair)) return
  const change = { before: first.agentId, after: second.agentId }
  writeAudit(desk, ticket, 'system', 'answers-crossed', change)
  await desk.notices.answersCrossed({ ticket, first, second })
}

async function wasWarned(desk: Desk, ticket: Ticket, pair: readonly string[]): Promise<boolean> {
  const since = desk.now.getTime() - CROSSED_WITHIN_MS
  return (await desk.stores.events.of(ticket.id)).some(
    ({ kind, before, after, at }) =>
      kind === 'answers-crossed' &&
      at.getTime() > since &&
      [before, after].every((agentId) => agentId !== null && pair.includes(agentId)),
  )
}
