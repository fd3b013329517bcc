import type { TicketMessage } from '../domain/ticket-message.ts'

/** What a Telegram message shows, as one string: kept beside message ids, so that replies, edits and taps find their ticket. */

export type Subject =
  | { readonly kind: 'message'; readonly ticketId: string; readonly messageId: string }
  | { readonly kind: 'card' | 'notice' | 'description' | 'rating'; readonly ticketId: string }

const LETTERS = { message: 'm', card: 'c', notice: 'n', description: 'd', rating: 'r' } as const

export function packSubject(subject: Subject): string {
  const tail = subject.kind === 'message' ? `:${subject.messageId}` : ''
  return `${LETTERS[subject.kind]}:${subject.ticketId}${tail}`
}

export function messageSubject({ ticketId, id }: Pick<TicketMessage, 'ticketId' | 'id'>): string {
  return packSubject({ kind: 'message', ticketId, messageId: id })
}

/** Null for a string that is not a subject. */
export function readSubject(packed: string): Subject | null {
  const [letter, ticketId, messageId] = packed.split(':')
  if (ticketId === undefined) return null
  if (letter === LETTERS.message)
    return messageId === undefined ? null : { kind: 'message', ticketId, messageId }
  if (letter === LETTERS.card) return { kind: 'card', ticketId }
  if (letter === LETTERS.notice) return { kind: 'notice', ticketId }
  if (letter === LETTERS.rating) return { kind: 'rating', ticketId }
  return letter === LETTERS.description ? { kind: 'description', ticketId } : null
}
