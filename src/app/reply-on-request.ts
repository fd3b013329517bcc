import { accountOfClient, sourceOfClient } from '../domain/api-client.ts'
import type { KeptMessage } from '../domain/intake/draft.ts'
import type { Agent } from '../domain/people.ts'
import type { Desk } from './desk.ts'
import { moveTicket } from './move-ticket.ts'
import { replyToCustomer } from './reply-to-customer.ts'
import { ticketFacts } from './ticket-facts.ts'
import type { RequestData, RequestOutcome } from './work-request.ts'

/** Sends the customer what another system has written, as an agent's words, and shows it to the agents. */
export async function replyOnRequest(desk: Desk, asked: RequestData['reply']): Promise<RequestOutcome> {
  const ticket = await desk.stores.tickets.byId(asked.ticketId)
  if (ticket === null) return { kind: 'refused', code: 'ticket-not-found' }
  if (ticket.strippedAt !== null) return { kind: 'refused', code: 'ticket-deleted' }
  const agent = await meetClient(desk, asked.client)
  const source = sourceOfClient((below) => desk.ids.randomBelow(below))
  const written: KeptMessage = {
    messageId: 0,
    albumId: null,
    content: { kind: 'text', body: { text: asked.text, entities: [] } },
    replyToMessageId: null,
    sentAt: Math.floor(desk.now.getTime() / 1_000),
  }
  const replied = await replyToCustomer(desk, agent, ticket, written, source)
  const message = await desk.stores.messages.bySource(source, written.messageId)
  if (message === null) throw new Error('A reply was not kept')
  await desk.notices.repliedElsewhere({ ticket: replied, message, agent })
  const facts = await ticketFacts(desk.stores.agents, replied, desk.now)
  return { kind: 'done', ticket: facts, messageId: message.id }
}

/** @throws TicketError `transition-refused` */
export async function moveTicketOnRequest(
  desk: Desk,
  asked: RequestData['change-status'],
): Promise<RequestOutcome> {
  const ticket = await desk.stores.tickets.byId(asked.ticketId)
  if (ticket === null) return { kind: 'refused', code: 'ticket-not-found' }
  const agent = await meetClient(desk, asked.client)
  const moved = await moveTicket(desk, ticket, asked.action, { actor: `agent:${agent.id}`, agent })
  return { kind: 'done', ticket: await ticketFacts(desk.stores.agents, moved, desk.now) }
}

/** The agent who stands for another system, under the name of its token. */
async function meetClient(desk: Desk, client: string): Promise<Agent> {
  const telegramId = accountOfClient(client)
  const known = await desk.stores.agents.byTelegramId(telegramId)
  if (known !== null) return known
  const agent: Agent = { id: desk.ids.next(), telegramId, displayName: client, createdAt: desk.now }
  desk.stores.agents.save(agent)
  return agent
}
