import type { FormattedText } from '../domain/message-content.ts'
import type { Language } from '../domain/people.ts'

/** A file of a letter, to be fetched from Telegram when it is sent. */
export interface LetterFile {
  readonly fileId: string
  /** Null: the file has no name of its own, as photos have none. */
  readonly fileName: string | null
  readonly mimeType: string | null
  /** Bytes, where Telegram says. */
  readonly size: number | null
}

interface Envelope {
  /** Of the outgoing call: the same letter sent again has the same one. */
  readonly id: string
  readonly to: string
  readonly language: Language
  /** When it was written; ISO 8601. */
  readonly at: string
}

/** What every letter about a ticket says in its head. */
interface AboutTicket extends Envelope {
  readonly ticketId: string
  /** As people read it: `482-913`. */
  readonly number: string
  /** The problem's title, which all letters of the ticket share as their subject. */
  readonly topic: string
}

/** One message of an agent; the parts of an album are one letter. */
export interface LetterPart {
  readonly words: FormattedText | null
  readonly file: LetterFile | null
  /** It can't be put into a letter. */
  readonly inChatOnly: boolean
}

/** What is mailed to a customer, before it is words: the payload of an outgoing call, so plain JSON. */
export type Letter =
  | (Envelope & { readonly kind: 'code'; readonly code: string; readonly validUntil: string })
  | (AboutTicket & {
      readonly kind: 'opened'
      /** The promised time; ISO 8601. */
      readonly promisedAt: string
      readonly orderNumber: string | null
      readonly description: string
      readonly files: number
    })
  | (AboutTicket & {
      readonly kind: 'reply'
      /** The name customers know the agent by; null: a neutral word. */
      readonly agent: string | null
      readonly parts: readonly LetterPart[]
      /** It replaces what was mailed before. */
      readonly isCorrection: boolean
    })
  | (AboutTicket & {
      readonly kind: 'resolved'
      /** Until when a message opens the ticket again; ISO 8601. */
      readonly until: string
    })
  | (AboutTicket & { readonly kind: 'closed' })
