import type { MessageView } from '../../playground/protocol.ts'
import { topicsOf } from './topics.ts'
import { messagesOf } from './world.ts'

/** The topic a message is in; null for General and for chats without topics. */
export function topicOf({ message }: MessageView): number | null {
  return message.is_topic_message ? (message.message_thread_id ?? null) : null
}

/** The topic of a message of which only the id is known; null for one that is not there, too. */
export function topicOfId(chatId: number, messageId: number | null): number | null {
  const found = messagesOf(chatId).value.find(({ message }) => message.message_id === messageId)
  return found ? topicOf(found) : null
}

/** Whether this person is shown the message at all. */
export function isShownTo(viewerId: number, { isDeleted, onlyFor }: MessageView): boolean {
  return !isDeleted && (onlyFor === null || onlyFor === viewerId)
}

/** The newest message this person is shown in the chat and topic; in a private chat without topics, whatever it was once in. */
export function lastFor(
  viewerId: number | null,
  chatId: number | null,
  topicId: number | null,
): MessageView | undefined {
  if (viewerId === null || chatId === null) return undefined
  const isAnywhere = chatId > 0 && topicsOf(chatId) === null
  return messagesOf(chatId).value.findLast(
    (each) => isShownTo(viewerId, each) && (isAnywhere || topicOf(each) === topicId),
  )
}
