import { isMedia, type MessageContent, wordsOf } from '../../domain/message-content.ts'
import type { Customer } from '../../domain/people.ts'
import { tokensOfHandles, tokensOfText } from '../../domain/search/search-words.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Attachment } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { stemWord } from './stem-word.ts'

/** What can be found is kept in documents: one a ticket, one a message, one a file of the form that has words. */

/** All that belongs to the search; nobody else knows these tables, and they can be made anew from the others. */
export const SEARCH_TABLES = ['search_documents', 'search_progress', 'search_index'] as const

/** A row of the table, without its place and its ticket's category. */
export interface SearchDocument {
  /** What it is about, as packed by {@link packSource}. */
  readonly source: string
  readonly ticketId: string
  /** Tokens with spaces between. */
  readonly words: string
  readonly handles: string
}

export const SOURCE_KINDS = ['ticket', 'message', 'attachment'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

interface Source {
  readonly kind: SourceKind
  readonly id: string
}

const LETTERS: Readonly<Record<SourceKind, string>> = { ticket: 't', message: 'm', attachment: 'a' }

export function packSource({ kind, id }: Source): string {
  return `${LETTERS[kind]}:${id}`
}

export function readSource(packed: string): Source {
  const kind = SOURCE_KINDS.find((one) => packed.startsWith(`${LETTERS[one]}:`))
  if (kind === undefined) throw new Error('A document of the search is about nothing known')
  return { kind, id: packed.slice(2) }
}

type Named = Pick<Customer, 'firstName' | 'lastName' | 'username'>

type Told = Pick<Ticket, 'id' | 'number' | 'orderNumber' | 'description'>

export function documentOfTicket(ticket: Told, customer: Named): SearchDocument {
  const { id, number, orderNumber, description } = ticket
  const handles = [formatTicketNumber(number), orderNumber ?? '', ...namesOf(customer)]
  return {
    source: packSource({ kind: 'ticket', id }),
    ticketId: id,
    words: wordsFor(description),
    handles: tokensOfHandles(handles, stemWord).join(' '),
  }
}

function namesOf({ firstName, lastName, username }: Named): readonly string[] {
  return [firstName, lastName ?? '', username ?? '']
}

/** Null: there is nothing to be found in it. */
export function documentOfMessage(message: {
  readonly id: string
  readonly ticketId: string
  readonly content: MessageContent
  readonly retractedAt: Date | null
}): SearchDocument | null {
  if (message.retractedAt !== null) return null
  const source = packSource({ kind: 'message', id: message.id })
  return documentOf(source, message.ticketId, textOfContent(message.content))
}

export function documentOfAttachment(attachment: Attachment): SearchDocument | null {
  const source = packSource({ kind: 'attachment', id: attachment.id })
  return documentOf(source, attachment.ticketId, textOfAttachment(attachment))
}

function documentOf(source: string, ticketId: string, text: string): SearchDocument | null {
  const words = wordsFor(text)
  return words === '' ? null : { source, ticketId, words, handles: '' }
}

function wordsFor(text: string): string {
  return tokensOfText(text, stemWord).join(' ')
}

/** All the words in a message that somebody may look for. */
export function textOfContent(content: MessageContent): string {
  const said = wordsOf(content)?.text ?? ''
  if (isMedia(content)) return lines(said, content.fileName)
  if (content.kind === 'venue') return lines(content.title, content.address)
  if (content.kind === 'contact') return lines(content.firstName, content.lastName, content.phoneNumber)
  return said
}

export function textOfAttachment({ caption, fileName }: Pick<Attachment, 'caption' | 'fileName'>): string {
  return lines(caption, fileName)
}

function lines(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n')
}
