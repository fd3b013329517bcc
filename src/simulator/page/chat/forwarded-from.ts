import type { Chat, User } from '../../bot-api/types.ts'
import { fullName } from '../phones/names.ts'

/** Who first sent a forwarded message; null where that is not told. https://core.telegram.org/bots/api#messageorigin */
export function forwardedFrom(origin: Record<string, unknown>): string | null {
  const user = origin.sender_user as User | undefined
  const chat = (origin.sender_chat ?? origin.chat) as Chat | undefined
  if (user) return fullName(user)
  if (chat) return chat.title ?? null
  return typeof origin.sender_user_name === 'string' ? origin.sender_user_name : null
}
