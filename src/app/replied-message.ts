import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from './desk.ts'
import { readSubject } from './subject.ts'

/** The ticket's message that a Telegram message in `chatId` shows, so that a reply stays a reply on the other side. */
export async function repliedMessage(
  desk: Desk,
  ticket: Ticket,
  chatId: number,
  telegramMessageId: number | null,
): Promise<string | null> {
  if (telegramMessageId === null) return null
  const own = await desk.stores.messages.bySource(chatId, telegramMessageId)
  if (own !== null) return own.ticketId === ticket.id ? own.id : null
  const packed = await desk.stores.links.subjectOf(chatId, telegramMessageId)
  const subject = packed === null ? null : readSubject(packed)
  return subject?.kind === 'message' && subject.ticketId === ticket.id ? subject.messageId : null
}
