import { QUEUE_FILTERS, type QueueFilter } from '../../domain/queue.ts'
import type { SearchMode } from '../../domain/search/search-query.ts'

/** Buttons under lists for agents: of the tickets of the group they act in. */
export type ListTap =
  | {
      readonly kind: 'queue'
      readonly filter: QueueFilter
      readonly page: number
    }
  | {
      readonly kind: 'find'
      readonly mode: SearchMode
      /** Where the page before ended; null: the first page. */
      readonly before: number | null
    }
  | {
      readonly kind: 'history'
      readonly ticketId: string
      readonly page: number
    }

export function isListTap(tap: { readonly kind: string }): tap is ListTap {
  return tap.kind === 'queue' || tap.kind === 'find' || tap.kind === 'history'
}

const MODES = { e: 'exact', p: 'prefix' } as const

export function packListTap(tap: ListTap): readonly (string | number)[] {
  switch (tap.kind) {
    case 'queue':
      return ['q', QUEUE_FILTERS.indexOf(tap.filter), tap.page]
    case 'find':
      return ['f', tap.mode === 'exact' ? 'e' : 'p', tap.before ?? '']
    case 'history':
      return ['h', tap.ticketId, tap.page]
    default:
      return tap satisfies never
  }
}

/** Null for anything we never packed. */
export function readListTap(pieces: readonly string[]): ListTap | null {
  const [letter = '', what = '', where = ''] = pieces
  if (pieces.length !== 3) return null
  if (letter === 'f') {
    const mode = what === 'e' || what === 'p' ? MODES[what] : null
    if (mode === null || !/^\d{0,15}$/.test(where)) return null
    return { kind: 'find', mode, before: where === '' ? null : Number(where) }
  }
  if (!/^\d{1,3}$/.test(where)) return null
  const page = Number(where)
  if (letter === 'h') return what === '' ? null : { kind: 'history', ticketId: what, page }
  const filter = letter === 'q' && /^\d$/.test(what) ? QUEUE_FILTERS[Number(what)] : undefined
  return filter === undefined ? null : { kind: 'queue', filter, page }
}
