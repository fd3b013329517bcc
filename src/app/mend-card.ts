import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import type { CardForm } from './staff-ports.ts'

/** A server that is too old for rich messages is asked again after this time: it may have been upgraded. Milliseconds. */
const ASKED_AGAIN_MS = 24 * 3_600_000

/** The form cards have now: the owner's, as far as the server can do it. */
export async function cardFormNow({
  stores,
  rules,
  now,
}: Pick<Desk, 'stores' | 'rules' | 'now'>): Promise<CardForm> {
  if (rules.ticketCard === 'plain') return 'plain'
  const refusedUntil = await stores.refusals.untilOf('rich-message')
  return refusedUntil !== null && refusedUntil > now ? 'plain' : 'rich'
}

/** The server is too old for rich messages: for a day cards are plain. */
export function rememberRefusal(desk: Desk): void {
  desk.stores.refusals.save('rich-message', new Date(desk.now.getTime() + ASKED_AGAIN_MS))
}

/** The card a refused call was about. `messageId` null: it was not known yet. */
export interface CardInQuestion {
  readonly callId: string
  readonly messageId: number | null
}

/** Telegram did not take the ticket's card, or not its change: the ticket gets another one in the same place, with all its files. */
export async function replaceCard(
  desk: Desk,
  ticketId: string,
  card: CardInQuestion,
  form: CardForm,
): Promise<void> {
  const ticket = await desk.stores.tickets.byId(ticketId)
  const thread = await desk.stores.threads.ofTicket(ticketId)
  // Another card has taken its place already.
  if (ticket === null || thread?.cardCallId !== card.callId) return
  if (card.messageId !== null && card.messageId !== thread.cardMessageId) return
  const customer = await customerOf(desk, ticket)
  const attachments = await desk.stores.tickets.attachmentsOf(ticketId)
  await desk.notices.cardLost({ ticket, customer, attachments, form })
}
