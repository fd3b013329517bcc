import { isUnfinished, type Ticket } from '../domain/ticket.ts'
import { WRITTEN_NOWHERE } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import type { MacroPreview } from './desk-ports.ts'
import type { StaffActor } from './record-audit.ts'
import { replyToCustomer } from './reply-to-customer.ts'

/** Message ids are positive and have 31 bits. */
const IDS = 2 ** 31 - 1

/** Why a ready answer can't go to a ticket. `elsewhere`: its place is in another group. */
export type MacroRefusal = 'elsewhere' | 'stripped' | 'ended'

/** What became of a tap under a preview. `gone`: it was used, or a newer one has taken its place. */
export type PreviewEnd =
  | { readonly kind: 'sent'; readonly ticket: Ticket }
  | { readonly kind: 'cancelled'; readonly ticket: Ticket }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'refused'; readonly why: MacroRefusal | 'resolved'; readonly ticket: Ticket }

/** May a ready answer go to the ticket from this group? Null: it may. */
export async function macroRefusal(desk: Desk, ticket: Ticket, chatId: number): Promise<MacroRefusal | null> {
  const thread = await desk.stores.threads.ofTicket(ticket.id)
  if (thread?.chatId !== chatId) return 'elsewhere'
  if (ticket.strippedAt !== null) return 'stripped'
  return isUnfinished(ticket) ? null : 'ended'
}

/** Sends a ready answer by the way of a plain reply, and shows the group what went out. */
export async function sendMacro(desk: Desk, by: StaffActor, ticket: Ticket, text: string): Promise<void> {
  const written = {
    // Another message of the desk may have the same one: then the commit is stale, and the work is done anew with another.
    messageId: 1 + desk.ids.randomBelow(IDS),
    albumId: null,
    content: { kind: 'text', body: { text, entities: [] } },
    replyToMessageId: null,
    sentAt: Math.floor(desk.now.getTime() / 1_000),
  } as const
  const answered = await replyToCustomer(desk, by.agent, ticket, written, WRITTEN_NOWHERE)
  const message = await desk.stores.messages.bySource(WRITTEN_NOWHERE, written.messageId)
  if (message === null) return
  const customer = await customerOf(desk, answered)
  await desk.notices.macroSent({ ticket: answered, customer, agent: by.agent, message })
}

/**
 * Sends or drops what an agent was shown. It is used once, whatever is tapped twice, and only by whom it was shown to; it does not
 * go out where the ticket has ended meanwhile, was resolved, or lives in another group.
 */
export async function endPreview(
  desk: Desk,
  by: StaffActor,
  previewId: string,
  what: 'send' | 'cancel',
): Promise<PreviewEnd> {
  const preview = await desk.stores.macros.previewById(previewId)
  const ticket = preview === null ? null : await desk.stores.tickets.byId(preview.ticketId)
  if (preview === null || ticket === null) return { kind: 'gone' }
  if (preview.agentId !== by.agent.id || preview.chatId !== by.chatId) return { kind: 'not-yours' }
  desk.stores.macros.removePreview(preview)
  if (what === 'cancel') return { kind: 'cancelled', ticket }
  const why = (await macroRefusal(desk, ticket, by.chatId)) ?? resolvedSince(preview, ticket)
  if (why !== null) return { kind: 'refused', why, ticket }
  await sendMacro(desk, by, ticket, preview.text)
  return { kind: 'sent', ticket }
}

function resolvedSince(preview: MacroPreview, ticket: Ticket): 'resolved' | null {
  return ticket.status === 'resolved' && preview.status !== 'resolved' ? 'resolved' : null
}
