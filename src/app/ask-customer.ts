import type { KeptMessage } from '../domain/intake/draft.ts'
import { advance } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { claimTopic } from './claim-topic.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { keepFileOf } from './keep-file.ts'
import { staffMessage } from './reply-to-customer.ts'
import { warnOfCrossing } from './warn-of-crossing.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Sends an agent's question to the customer and waits for the answer: one message to the customer says both. A ticket that nobody
 * has is theirs from then on, as with any answer; a waiting one stays as it is, with one more question.
 * @throws TicketError `transition-refused` where nothing can be waited for
 */
export async function askCustomer(
  desk: Desk,
  agent: Agent,
  ticket: Ticket,
  written: KeptMessage,
  staffChatId: number,
): Promise<Ticket> {
  const advanced = ticket.status === 'pending' ? ticket : advance(ticket, 'ask-customer', desk.now)
  const asked: Ticket = {
    ...advanced,
    assigneeId: ticket.assigneeId ?? agent.id,
    firstReplyAt: ticket.firstReplyAt ?? desk.now,
    version: ticket.version + 1,
  }
  const message = await staffMessage(desk, agent, ticket, written, staffChatId, 'agent')
  const actor = `agent:${agent.id}` as const
  desk.stores.messages.add(message)
  await keepFileOf(desk, message.content)
  desk.stores.tickets.update(asked)
  if (ticket.assigneeId === null) {
    writeAudit(desk, ticket, actor, 'assigned', { before: null, after: agent.id })
    await claimTopic(desk, asked)
  }
  if (asked.status !== ticket.status)
    writeAudit(desk, ticket, actor, 'status-changed', { before: ticket.status, after: asked.status })
  const customer = await customerOf(desk, ticket)
  await desk.notices.agentWrote({ ticket: asked, customer, agent, message, asks: true })
  await warnOfCrossing(desk, asked, message)
  return asked
}
