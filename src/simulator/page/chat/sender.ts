import type { Message } from '../../bot-api/types.ts'
import { fullName } from '../phones/names.ts'

export interface Sender {
  id: number
  name: string
  kind: 'person' | 'bot' | 'anonymous' | 'channel'
}

/** Who a message is from, as the chat shows it. */
export function senderOf({ sender_chat: chat, from, chat: place }: Message): Sender {
  if (chat) {
    return { id: chat.id, name: chat.title ?? '', kind: chat.id === place.id ? 'anonymous' : 'channel' }
  }
  return { id: from?.id ?? 0, name: from ? fullName(from) : '', kind: from?.is_bot ? 'bot' : 'person' }
}

/** How many colours there are for names. */
const SENDER_COLORS = 7

/** Always the same for the same sender. */
export function senderColor({ id }: Sender): number {
  return Math.abs(id) % SENDER_COLORS
}
