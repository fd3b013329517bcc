import type { Catalog } from '../../domain/catalog.ts'
import type { TicketError } from '../../domain/errors.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Texts } from '../../texts/texts.ts'
import { staffStatusWord, topicWords } from './words.ts'

/** Why a ticket's priority stays as it is, as a text and its variables: for a message and for the answer to a tap alike. */
export function priorityRefusal(
  t: Texts,
  catalog: Catalog,
  ticket: Ticket,
  { code }: TicketError,
): { readonly key: string; readonly vars: Readonly<Record<string, string>> } {
  if (code === 'urgent-not-allowed')
    return { key: 'priority-no-urgent', vars: { category: topicWords(t, catalog, ticket).category } }
  return { key: 'staff-refused', vars: { status: staffStatusWord(t, ticket.status) } }
}
