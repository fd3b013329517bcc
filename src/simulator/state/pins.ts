import type { Chat, User } from '../bot-api/types.ts'
import type { AnyChat, StoredMessage } from './chats.ts'
import { postService, withoutReply } from './post-message.ts'
import type { World } from './world.ts'

/** Pins a message on top of the others and says so in the chat. @returns whether it was not the top one before */
export function pinMessage(
  world: World,
  chat: AnyChat,
  { message }: StoredMessage,
  by: { from: User; senderChat?: Chat | undefined },
): boolean {
  const id = message.message_id
  if (chat.pinned.at(-1) === id) return false
  chat.pinned = [...chat.pinned.filter((each) => each !== id), id]
  postService(world, chat, {
    ...by,
    content: { pinned_message: withoutReply(message) },
    threadId: message.message_thread_id,
  })
  return true
}

/** Telegram tells bots nothing of it. @returns whether it was pinned */
export function unpinMessage(world: World, chat: AnyChat, id: number): boolean {
  if (!chat.pinned.includes(id)) return false
  chat.pinned = chat.pinned.filter((each) => each !== id)
  world.changed()
  return true
}
