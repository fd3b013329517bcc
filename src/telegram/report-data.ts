import type { InlineKeyboardMarkup } from 'grammy/types'
import type { PhotoLook } from '../app/look-at-photos.ts'
import type { OrderAnswer } from '../app/look-up-order.ts'
import type { Json } from '../delivery/outgoing-call.ts'

/** What a call's report is about, handed back to us with its outcome. */
export type ReportData =
  | { readonly kind: 'topic' | 'card' | 'claim'; readonly ticketId: string }
  /** The reaction that tells a customer that their message is in the ticket. */
  | { readonly kind: 'acknowledgement'; readonly ticketId: string }
  /** A change of the card. */
  | {
      readonly kind: 'card-edit'
      readonly ticketId: string
      readonly cardCallId: string
      readonly cardMessageId: number | null
    }
  /** Something the customer was to get. */
  | { readonly kind: 'to-customer'; readonly ticketId: string; readonly messageId: string | null }
  /** An agent's message that was to be deleted from the customer's chat. */
  | { readonly kind: 'retraction'; readonly ticketId: string; readonly messageId: string }
  /** A file that was to be copied. */
  | { readonly kind: 'file'; readonly fileUniqueId: string }
  /** A photo of an open form that was to be looked at. */
  | ({ readonly kind: 'photo-look' } & PhotoLook)
  /** An order the shop was to be asked about. */
  | ({ readonly kind: 'order' } & OrderAnswer)
  /** Something the staff was to get. */
  | { readonly kind: 'staff-copy'; readonly ticketId: string; readonly messageId: string | null }
  /** A letter about a ticket; `messageId`: of the agent's message in it. */
  | { readonly kind: 'mail'; readonly ticketId: string; readonly messageId: string | null }
  | MailedCode
  /** A file of all that is kept of a customer, or the last sentence to one. */
  | { readonly kind: 'export' | 'farewell'; readonly customerId: string }
  /** The topic of a customer who was forgotten was to be deleted. */
  | { readonly kind: 'topic-end'; readonly ticketId: string }
  | AgentWord
  | ReportTrail
  /** The report of a week. */
  | { readonly kind: 'weekly-report' }
  /** The guide for agents was to be posted, changed or pinned. */
  | { readonly kind: 'guide'; readonly what: 'posted' | 'changed' | 'pinned' }

/** A code on its way to an address that a customer has typed into a form. */
export interface MailedCode {
  readonly kind: 'mail-code'
  readonly telegramId: number
  readonly draftId: string
  readonly email: string
}

/** A word to an agent, in their private chat or in the group for them alone: whose, and where they had asked for it. */
export interface AgentWord {
  readonly kind: 'agent-word' | 'agent-aside'
  readonly html: string
  readonly markup: { readonly reply_markup?: InlineKeyboardMarkup }
  readonly agent: { readonly telegramId: number; readonly name: string }
  readonly asked: {
    readonly chatId: number
    readonly topicId: number | null
    readonly messageId: number | null
  }
  /** The bot's username. */
  readonly bot: string
}

/** A report to an agent in private: whose, and where they had asked for it. */
export interface ReportTrail extends Pick<AgentWord, 'agent' | 'asked' | 'bot'> {
  readonly kind: 'report'
}

export function packReport(data: ReportData): Json {
  return { ...data } as unknown as Json
}

const OURS: readonly string[] = [
  'agent-word',
  'agent-aside',
  'mail-code',
  'photo-look',
  'order',
  'report',
  'weekly-report',
  'guide',
]

/** Null for data of another version. */
export function readReport(data: Json): ReportData | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null
  const { kind, ticketId, messageId, fileUniqueId, customerId } = data as Record<string, Json>
  if (kind === 'file') return typeof fileUniqueId === 'string' ? { kind, fileUniqueId } : null
  if (kind === 'export' || kind === 'farewell')
    return typeof customerId === 'string' ? { kind, customerId } : null
  // Only we have written it: what has the kind has the rest.
  if (typeof kind === 'string' && OURS.includes(kind)) return data as unknown as ReportData
  if (typeof ticketId !== 'string') return null
  if (
    kind === 'topic' ||
    kind === 'card' ||
    kind === 'claim' ||
    kind === 'topic-end' ||
    kind === 'acknowledgement'
  )
    return { kind, ticketId }
  if (kind === 'card-edit') return readCardEdit(ticketId, data as Record<string, Json>)
  if (kind === 'retraction') return typeof messageId === 'string' ? { kind, ticketId, messageId } : null
  if (kind !== 'to-customer' && kind !== 'staff-copy' && kind !== 'mail') return null
  return { kind, ticketId, messageId: typeof messageId === 'string' ? messageId : null }
}

function readCardEdit(
  ticketId: string,
  { cardCallId, cardMessageId }: Record<string, Json>,
): ReportData | null {
  if (typeof cardCallId !== 'string') return null
  const messageId = typeof cardMessageId === 'number' ? cardMessageId : null
  return { kind: 'card-edit', ticketId, cardCallId, cardMessageId: messageId }
}
