import type { Catalog } from '../../domain/catalog.ts'
import { findCategory, findProblem } from '../../domain/catalog.ts'
import type { Agent, Customer } from '../../domain/people.ts'
import type { Priority, Ticket, TicketStatus } from '../../domain/ticket.ts'
import { visibleName } from '../../domain/visible-name.ts'
import type { Texts } from '../../texts/texts.ts'

/** The desk's words for its own things, in the reader's language. */

const STATUS_KEYS: Readonly<Record<TicketStatus, string>> = {
  new: 'status-new',
  open: 'status-open',
  pending: 'status-pending',
  resolved: 'status-resolved',
  closed: 'status-closed',
  cancelled: 'status-cancelled',
}

const PRIORITY_KEYS: Readonly<Record<Priority, string>> = {
  standard: 'priority-standard',
  urgent: 'priority-urgent',
  complex: 'priority-complex',
}

/** As the customer reads it. */
export function statusWord(t: Texts, status: TicketStatus): string {
  return t.plain(STATUS_KEYS[status])
}

/** As an agent reads it: "your answer" is the customer's there. */
export function staffStatusWord(t: Texts, status: TicketStatus): string {
  return status === 'pending' ? t.plain('staff-status-pending') : statusWord(t, status)
}

export function priorityWord(t: Texts, priority: Priority): string {
  return t.plain(PRIORITY_KEYS[priority])
}

/** Titles of the ticket's category and problem; the ids themselves where the owner has removed the entry. */
export function topicWords(
  t: Texts,
  catalog: Catalog,
  ticket: Pick<Ticket, 'categoryId' | 'problemId'>,
): { category: string; problem: string } {
  const category = findCategory(catalog, ticket.categoryId)?.title[t.language] ?? ticket.categoryId
  const problem =
    findProblem(catalog, ticket.categoryId, ticket.problemId)?.title[t.language] ?? ticket.problemId
  return { category, problem }
}

/** Empty for somebody who has deleted their data. */
export function customerName(t: Texts, customer: Customer): string {
  const { firstName, lastName } = customer
  const name = visibleName(`${firstName} ${lastName ?? ''}`)
  return name === '' && firstName !== '' ? t.plain('customer-nameless') : name
}

/** The name customers know the agent by. */
export function agentName(t: Texts, agent: Agent | null): string {
  return agent?.displayName ?? t.plain('agent-unnamed')
}
