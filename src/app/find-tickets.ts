import type { SearchMode } from '../domain/search/search-query.ts'
import { readTicketNumber } from '../domain/ticket-number.ts'
import type { Desk } from './desk.ts'
import { isInScope, scopeOfGroup } from './scope-of-group.ts'
import type { SearchHit, TicketOverview } from './search-ports.ts'

/** Tickets on one page of what was found. */
const PAGE_SIZE = 10

export interface FoundTickets {
  readonly rows: readonly { readonly overview: TicketOverview; readonly hit: SearchHit | null }[]
  readonly mode: SearchMode
  /** Where the next page goes on; null: there is none. */
  readonly next: number | null
}

/**
 * Finds tickets of a group by their number, or by all that was typed. Where that finds nothing, the last word may be the beginning of
 * one. @param from where an earlier page ended, null for the first one
 * @returns null where nothing that was typed is a word
 */
export async function findTickets(
  desk: Desk,
  chatId: number,
  typed: string,
  from: { readonly mode: SearchMode; readonly before: number } | null,
): Promise<FoundTickets | null> {
  const { search, overviews } = desk.stores
  const scope = await scopeOfGroup(desk, chatId)
  const number = readTicketNumber(typed)
  const named = number === null ? null : await desk.stores.tickets.byNumber(number)
  if (named !== null && isInScope(scope, named.categoryId)) {
    const rows = (await overviews.byIds([named.id])).map((overview) => ({ overview, hit: null }))
    return { rows, mode: 'exact', next: null }
  }
  const look = (mode: SearchMode) =>
    search.find({ typed, mode, scope, before: from?.before ?? null, limit: PAGE_SIZE })
  let mode = from?.mode ?? 'exact'
  let page = await look(mode)
  if (page !== null && page.hits.length === 0 && from === null) {
    mode = 'prefix'
    page = await look(mode)
  }
  if (page === null) return null
  const { hits, next } = page
  const found = await overviews.byIds(hits.map(({ ticketId }) => ticketId))
  const rows = found.map((overview) => ({
    overview,
    hit: hits.find(({ ticketId }) => ticketId === overview.ticket.id) ?? null,
  }))
  return { rows, mode, next }
}
