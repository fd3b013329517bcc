import type { TicketMessage } from '../domain/ticket-message.ts'
import { customerOf } from './customer-of.ts'
import type { Desk } from './desk.ts'
import { noteReach } from './note-reach.ts'
import { sayIfMailed } from './record-mail.ts'

/** How many of the last messages are looked through for other parts of an album. */
const ALBUM_LOOK_BACK = 30

/** Telegram refused a message because the customer blocked the bot: what is meant for them waits from now on. */
export async function recordUnreachable(desk: Desk, telegramId: number): Promise<void> {
  const customer = await desk.stores.customers.byTelegramId(telegramId)
  // They may have come back since.
  if (customer === null || !(await desk.stores.holds.has(telegramId))) return
  // Telegram's own news of the block has come before: only their return ends it.
  if (customer.unreachableSince !== null) return desk.stores.holds.confirm(telegramId)
  const now = { ...customer, unreachableSince: desk.now }
  desk.stores.customers.save(now)
  await noteReach(desk, customer, now)
}

/** A try went through although nothing was heard of the customer's return. */
export async function recordReachable(desk: Desk, telegramId: number): Promise<void> {
  const customer = await desk.stores.customers.byTelegramId(telegramId)
  if (customer === null || customer.unreachableSince === null) return
  // They may be gone again.
  if (await desk.stores.holds.has(telegramId)) return
  const now = { ...customer, unreachableSince: null }
  desk.stores.customers.save(now)
  await noteReach(desk, customer, now)
}

/** An agent's message waits until the customer can be reached: said under it, once an album. */
export async function recordHeld(desk: Desk, ticketId: string, messageId: string | null): Promise<void> {
  // What the desk says by itself waits unremarked: the card shows why.
  const message = messageId === null ? null : await desk.stores.messages.byId(messageId)
  const ticket = await desk.stores.tickets.byId(ticketId)
  if (message === null || message.retractedAt !== null || ticket === null) return
  const customer = await customerOf(desk, ticket)
  // Back already: the message is on its way.
  if (!(await desk.stores.holds.has(customer.telegramId))) return
  const isSaid = await isSaidOfAlbum(desk, message, customer.unreachableSince)
  const audit = {
    id: desk.ids.next(),
    ticketId,
    kind: 'delivery-held',
    actor: 'system',
    at: desk.now,
  } as const
  desk.stores.events.add({ ...audit, before: message.id, after: null })
  if (isSaid) return
  await desk.notices.deliveryTrouble({ ticket, message, reason: 'held' })
  await sayIfMailed(desk, ticket, message)
}

async function isSaidOfAlbum(desk: Desk, message: TicketMessage, since: Date | null): Promise<boolean> {
  if (message.albumId === null || since === null) return false
  const last = await desk.stores.messages.lastOf(message.ticketId, ALBUM_LOOK_BACK)
  const parts = new Set(last.filter((part) => part.albumId === message.albumId).map((part) => part.id))
  const events = await desk.stores.events.of(message.ticketId)
  return events.some(
    ({ kind, before, at }) => kind === 'delivery-held' && at >= since && before !== null && parts.has(before),
  )
}
