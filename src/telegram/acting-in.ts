import type { Message, Update } from 'grammy/types'
import { readNaming } from './agent-words.ts'

export interface Acting {
  /** As handlers see it: with the data of the button as it was meant. */
  readonly update: Update
  /** The group whose agent the sender may be; null: they act as a customer. */
  readonly staffChatId: number | null
}

/**
 * In which group an update acts: in its own, and a button under an answer in an agent's private chat in the one it names. Whether the
 * sender may act there is another question.
 */
export function actingIn(update: Update): Acting {
  const tap = update.callback_query
  const message = (update.message ?? update.edited_message ?? tap?.message) as Message | undefined
  const { my_chat_member: own, chat_member: other, message_reaction: reaction } = update
  const chat = message?.chat ?? (own ?? other ?? reaction)?.chat
  if (chat !== undefined && chat.type !== 'private') return { update, staffChatId: chat.id }
  const named = tap?.data === undefined ? null : readNaming(tap.data)
  if (tap === undefined || named === null) return { update, staffChatId: null }
  const meant = { ...update, callback_query: { ...tap, data: named.data } } as Update
  return { update: meant, staffChatId: named.chatId }
}
