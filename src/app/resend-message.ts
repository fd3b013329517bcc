import type { Agent } from '../domain/people.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Sends an agent's message that Telegram refused to the customer once more, and once for each refusal, however often it is asked for.
 * @returns false when there is nothing to send again
 */
export async function resendMessage(desk: Desk, message: TicketMessage, agent: Agent): Promise<boolean> {
  if (message.author !== 'agent' || message.retractedAt !== null || message.agentId === null) return false
  const ticket = await desk.stores.tickets.byId(message.ticketId)
  const author = await desk.stores.agents.byId(message.agentId)
  if (ticket === null || author === null || !(await hasFailed(desk, message))) return false
  const again: TicketMessage = { ...message, mirrorCallId: desk.ids.next() }
  desk.stores.messages.update(again)
  const change = { before: message.id, after: null }
  writeAudit(desk, ticket, `agent:${agent.id}`, 'resent', change)
  const customer = await customerOf(desk, ticket)
  await desk.notices.answerResent({ ticket, customer, message: again, agent: author })
  return true
}

/** The last that is known of it is a refusal. */
async function hasFailed(desk: Desk, message: TicketMessage): Promise<boolean> {
  const about = (await desk.stores.events.of(message.ticketId)).filter(
    ({ kind, before }) => before === message.id && (kind === 'delivery-failed' || kind === 'resent'),
  )
  const last = about.at(-1)
  return last?.kind === 'delivery-failed' && last.after === 'failed'
}
