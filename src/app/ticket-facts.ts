import type { Priority, Ticket, TicketStatus } from '../domain/ticket.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import type { AgentStore } from './ports.ts'

/** What other systems are told of a ticket: ids, facts and moments (ISO 8601), no words of people. */
export interface TicketFacts {
  /** As people see it: `482-913`. */
  readonly number: string
  readonly status: TicketStatus
  readonly priority: Priority
  /** Ids of the catalogue. */
  readonly category: string
  readonly problem: string
  readonly assignee: AgentFacts | null
  readonly createdAt: string
  readonly promisedAt: string
  readonly firstReplyAt: string | null
  readonly resolvedAt: string | null
  readonly endedAt: string | null
  /** When it, or a message in it, last changed. */
  readonly updatedAt: string
}

export interface AgentFacts {
  readonly id: string
  /** The name customers see; null: they have not chosen one. */
  readonly name: string | null
}

export async function ticketFacts(
  agents: Pick<AgentStore, 'byId'>,
  ticket: Ticket,
  updatedAt: Date,
): Promise<TicketFacts> {
  return {
    number: formatTicketNumber(ticket.number),
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.categoryId,
    problem: ticket.problemId,
    assignee: await agentFacts(agents, ticket.assigneeId),
    createdAt: ticket.createdAt.toISOString(),
    promisedAt: ticket.promisedAt.toISOString(),
    firstReplyAt: ticket.firstReplyAt?.toISOString() ?? null,
    resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
    endedAt: ticket.endedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  }
}

export async function agentFacts(
  agents: Pick<AgentStore, 'byId'>,
  agentId: string | null,
): Promise<AgentFacts | null> {
  const agent = agentId === null ? null : await agents.byId(agentId)
  return agent && { id: agent.id, name: agent.displayName }
}
