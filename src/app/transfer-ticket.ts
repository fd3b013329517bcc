import { findCategory, findProblem, OTHER_ID } from '../domain/catalog.ts'
import { TicketError } from '../domain/errors.ts'
import { isInHand } from '../domain/lifecycle.ts'
import type { Agent } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { writeAudit } from './write-audit.ts'

export type TransferTarget =
  | { readonly kind: 'agent'; readonly agent: Agent }
  | { readonly kind: 'category'; readonly categoryId: string }

/** In characters: a sentence, not a report. */
export const REASON_MAX = 300

/**
 * Hands the ticket to a colleague, or to whoever looks after another category: then nobody has it, and it moves to that category's
 * group if it has one of its own. The status stays, and the customer is not bothered.
 * @returns the same object where nothing changes
 * @throws TicketError `transition-refused` for a ticket that is resolved or over
 */
export async function transferTicket(
  desk: Desk,
  ticket: Ticket,
  by: Agent,
  { to, reason }: { readonly to: TransferTarget; readonly reason: string },
): Promise<Ticket> {
  if (!isInHand(ticket))
    throw new TicketError('transition-refused', { status: ticket.status, action: 'transfer' })
  const changed = to.kind === 'agent' ? { assigneeId: to.agent.id } : newTopicOf(desk, to.categoryId)
  const after: Ticket = { ...ticket, ...changed, version: ticket.version + 1 }
  if (after.assigneeId === ticket.assigneeId && topicOf(after) === topicOf(ticket)) return ticket
  const from = await desk.stores.threads.ofTicket(ticket.id)
  desk.stores.tickets.update(after)
  audit(desk, ticket, after, by)
  writeAudit(desk, ticket, `agent:${by.id}`, 'transfer-reason', { before: null, after: reason })
  const customer = await customerOf(desk, ticket)
  const agent = to.kind === 'agent' ? to.agent : null
  await desk.notices.ticketTransferred({ ticket: after, customer, by, to: agent, reason, from })
  return after
}

/** What exactly the problem is nobody has said yet. */
function newTopicOf(
  { rules }: Desk,
  categoryId: string,
): Pick<Ticket, 'assigneeId' | 'categoryId' | 'problemId'> {
  const category = findCategory(rules.catalog, categoryId)
  if (category === null) throw new Error('A transfer needs a category of the catalogue')
  const other = findProblem(rules.catalog, categoryId, OTHER_ID) ?? category.problems.at(-1)
  return { assigneeId: null, categoryId, problemId: other?.id ?? OTHER_ID }
}

function topicOf({ categoryId, problemId }: Ticket): string {
  return `${categoryId}/${problemId}`
}

function audit(desk: Desk, before: Ticket, after: Ticket, by: Agent): void {
  const actor = `agent:${by.id}` as const
  if (topicOf(before) !== topicOf(after))
    writeAudit(desk, before, actor, 'category-changed', { before: topicOf(before), after: topicOf(after) })
  if (before.assigneeId !== after.assigneeId)
    writeAudit(desk, before, actor, 'assigned', { before: before.assigneeId, after: after.assigneeId })
}
