import type { MessageContent } from './message-content.ts'

/** Whose words a message in a ticket's history holds. A note stays with the staff. */
export type MessageAuthor = 'customer' | 'agent' | 'note'

export interface TicketMessage {
  readonly id: string
  readonly ticketId: string
  readonly author: MessageAuthor
  /** The agent, where an agent wrote it. */
  readonly agentId: string | null
  readonly content: MessageContent
  /** The earlier message of the same ticket that this one answers. */
  readonly replyToId: string | null
  /** Parts of one album share it. */
  readonly albumId: string | null
  /** Where it was written; see {@link WRITTEN_NOWHERE}. */
  readonly sourceChatId: number
  readonly sourceMessageId: number
  /** The outgoing call that shows it on the other side. */
  readonly mirrorCallId: string | null
  /** Written in a flood: it goes out together with others, in one message on the other side. */
  readonly sharesMirror: boolean
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly retractedAt: Date | null
}

/** In place of a chat: the desk has put the message together for an agent, from a ready answer. No chat has this id. */
export const WRITTEN_NOWHERE = 0

export type TicketEventKind =
  | 'opened'
  | 'status-changed'
  | 'priority-changed'
  | 'assigned'
  | 'message-edited'
  | 'message-retracted'
  | 'delivery-failed'
  | 'delivery-held'
  | 'mailed'
  | 'mail-failed'
  /** From one `category/problem` to another. */
  | 'category-changed'
  /** How the customer wants the answer, from one `ReplyChannel` to another. */
  | 'reply-changed'
  /** Why a ticket was handed over, in the agent's own words. */
  | 'transfer-reason'
  /** Of the duplicate: the ticket that goes on; of that one: the duplicate that came to it. */
  | 'merged'
  | 'took-in'
  /** All tags before and after, a space between. */
  | 'tagged'
  /** Two agents answered at once: whose answer was first, and whose second. */
  | 'answers-crossed'
  /** A failed message was sent once more. */
  | 'resent'

/** One line of a ticket's audit. */
export interface TicketEvent {
  readonly id: string
  readonly ticketId: string
  readonly kind: TicketEventKind
  /** `customer`, `system`, or `agent:<id>`. */
  readonly actor: string
  readonly before: string | null
  readonly after: string | null
  readonly at: Date
}

/** A photo, an image sent as a file, or a receipt. */
export interface AttachedFile {
  readonly kind: 'photo' | 'document'
  readonly fileId: string
  readonly fileUniqueId: string
  readonly fileName: string | null
  readonly mimeType: string | null
  /** Bytes, where Telegram says. */
  readonly size: number | null
  readonly caption: string | null
  /** Parts of one album share it. */
  readonly albumId: string | null
}

export interface Attachment extends AttachedFile {
  readonly id: string
  readonly ticketId: string
  /** Place among the ticket's attachments, from 0. */
  readonly position: number
  /** The customer's message that brought it. */
  readonly sourceMessageId: number
}
