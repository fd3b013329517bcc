import type { User } from '../bot-api/types.ts'
import { type AnyChat, type GroupChat, type Topic, topicCreated, visibleMessages } from './chats.ts'
import { postService } from './post-message.ts'
import type { World } from './world.ts'

/** The colours the Bot API documents for createForumTopic. */
export const TOPIC_COLORS = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

export interface NewTopic {
  name: string
  iconColor?: number | undefined
  iconCustomEmojiId?: string | undefined
}

/** Whether messages of the chat can be in topics now: in a forum, and in private chats where that is switched on. */
export function hasTopics(world: World, chat: AnyChat): boolean {
  return chat.kind === 'private' ? world.privateTopics : chat.kind === 'supergroup' && chat.isForum
}

/** Opens a topic; the service message that opens it gives it its id and comes to the bot as an update. */
export function openTopic(world: World, chat: AnyChat, from: User, given: NewTopic): Topic {
  const id = chat.nextMessageId
  const iconColor = given.iconColor ?? TOPIC_COLORS[0] ?? 0
  const draft = { id, name: given.name, iconColor, iconCustomEmojiId: given.iconCustomEmojiId }
  const content = { forum_topic_created: topicCreated({ ...draft, state: 'open' } as Topic) }
  const { message } = postService(world, chat, { from, content, threadId: id })
  const topic: Topic = { ...draft, state: 'open', created: message }
  chat.topics.set(id, topic)
  return topic
}

/** Closes or reopens a topic and says so in it. */
export function setTopicState(
  world: World,
  chat: GroupChat,
  topic: Topic,
  from: User,
  state: 'open' | 'closed',
): void {
  topic.state = state
  const content = state === 'closed' ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }
  postService(world, chat, { from, content, threadId: topic.id })
}

/** Removes a topic with its messages; Telegram sends no update. */
export function removeTopic(world: World, chat: AnyChat, topic: Topic): void {
  topic.state = 'deleted'
  for (const stored of visibleMessages(chat)) {
    if (stored.message.message_thread_id === topic.id) stored.deleted = true
  }
  world.changed()
}
