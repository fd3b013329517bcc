import { closeSilentTicket } from '../app/close-silent-ticket.ts'
import type { Desk } from '../app/desk.ts'
import type { Json } from '../delivery/outgoing-call.ts'

/** What time, or the start of the bot, has made due. */
export async function handleDue(desk: Desk, job: string, data: Json): Promise<void> {
  if (job === 'close-silent' && typeof data === 'string') return closeSilentTicket(desk, data)
  if (job !== 'staff-group' || typeof data !== 'object' || data === null || Array.isArray(data)) return
  const { chatId, title, isForum } = data as Readonly<Record<string, Json>>
  if (typeof chatId !== 'number') return
  desk.stores.staffGroups.save({ chatId, title: String(title), isForum: isForum === true })
}
