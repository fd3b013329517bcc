import type { Message, Update } from 'grammy/types'

/** Which lane an update belongs to: a private chat, one topic of a group, or the group itself. */
export function laneOf(update: Update): string {
  const message = messageIn(update)
  if (message !== undefined) {
    if (message.chat.type === 'private') return privateLane(message.chat.id)
    const topic = message.is_topic_message ? message.message_thread_id : undefined
    return topic === undefined ? groupLane(message.chat.id) : topicLane(message.chat.id, topic)
  }
  const chat = (update.my_chat_member ?? update.chat_member ?? update.message_reaction)?.chat
  if (chat !== undefined) return chat.type === 'private' ? privateLane(chat.id) : groupLane(chat.id)
  // A tap on a message too old for its chat to be told.
  const from = update.callback_query?.from
  return from === undefined ? 'elsewhere' : privateLane(from.id)
}

export function privateLane(chatId: number): string {
  return `private:${chatId}`
}

export function isPrivateLane(lane: string): boolean {
  return lane.startsWith('private:')
}

export function groupLane(chatId: number): string {
  return `group:${chatId}`
}

/** Of what remains to be done about customers who were forgotten: it names nobody. */
export const FORGOTTEN_LANE = 'forgotten'

/** The lane of a whole chat: groups have negative ids. */
export function laneOfChat(chatId: number): string {
  return chatId < 0 ? groupLane(chatId) : privateLane(chatId)
}

function topicLane(chatId: number, topicId: number): string {
  return `topic:${chatId}:${topicId}`
}

function messageIn(update: Update): Message | undefined {
  const tapped = update.callback_query?.message
  return update.message ?? update.edited_message ?? (tapped as Message | undefined)
}
