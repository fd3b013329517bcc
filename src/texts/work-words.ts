import type { Catalog } from '../domain/catalog.ts'
import { findCategory, findProblem } from '../domain/catalog.ts'
import type { TicketEvent, TicketEventKind } from '../domain/ticket-message.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import type { Texts } from './texts.ts'

/** What agents do with a ticket besides answering, giving it a status and taking it. */
export type WorkEvent = TicketEvent & { readonly kind: WorkEventKind }

const WORK_EVENT_KINDS = [
  'priority-changed',
  'category-changed',
  'reply-changed',
  'transfer-reason',
  'merged',
  'took-in',
  'tagged',
  'answers-crossed',
  'resent',
] as const satisfies readonly TicketEventKind[]

type WorkEventKind = (typeof WORK_EVENT_KINDS)[number]

export function isWorkEvent(event: TicketEvent): event is WorkEvent {
  return WORK_EVENT_KINDS.some((kind) => kind === event.kind)
}

/** What the ids in an event stand for. */
export interface EventNames {
  agent(agentId: string): string
  /** A ticket's number, as it is stored; undefined: no such ticket any more. */
  number(ticketId: string): string | undefined
  readonly catalog: Catalog
}

/** The other tickets that an event names. */
export function ticketsIn({ kind, before, after }: TicketEvent): string[] {
  return kind === 'merged' || kind === 'took-in' ? [before, after].flatMap((id) => id ?? []) : []
}

/** The agents that an event names, besides who did it. */
export function agentsIn({ kind, before, after }: TicketEvent): string[] {
  return kind === 'assigned' || kind === 'answers-crossed' ? [before, after].flatMap((id) => id ?? []) : []
}

/** For the log and the transcript. */
export function workWords(t: Texts, event: WorkEvent, names: EventNames): string {
  const before = event.before ?? ''
  const after = event.after ?? ''
  switch (event.kind) {
    case 'priority-changed':
      return t.plain('event-priority', {
        before: t.plain(`priority-${before}`),
        after: t.plain(`priority-${after}`),
      })
    case 'category-changed':
      return t.plain('event-category', {
        before: topicOf(t, names.catalog, before),
        after: topicOf(t, names.catalog, after),
      })
    case 'reply-changed':
      return t.plain('event-reply', { channel: after })
    case 'transfer-reason':
      return t.plain('event-transfer-reason', { reason: after })
    case 'merged':
      return t.plain('event-merged', { number: numberOf(names, after) })
    case 'took-in':
      return t.plain('event-took-in', { number: numberOf(names, after) })
    case 'tagged':
      return t.plain('event-tagged', { before: before || '—', after: after || '—' })
    case 'answers-crossed':
      return t.plain('event-crossed', { first: names.agent(before), second: names.agent(after) })
    case 'resent':
      return t.plain('event-resent')
    default:
      return event.kind satisfies never
  }
}

function numberOf(names: EventNames, ticketId: string): string {
  const number = names.number(ticketId)
  return number === undefined ? '—' : formatTicketNumber(number)
}

/** The titles of a packed `category/problem`; the ids themselves where the owner has removed the entry. */
function topicOf(t: Texts, catalog: Catalog, packed: string): string {
  const [categoryId = '', problemId = ''] = packed.split('/')
  const category = findCategory(catalog, categoryId)?.title[t.language] ?? categoryId
  const problem = findProblem(catalog, categoryId, problemId)?.title[t.language] ?? problemId
  return `${category} › ${problem}`
}
