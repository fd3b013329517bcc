import { badRequest } from '../bot-api/bot-api-error.ts'
import type { AnyChat, Topic } from '../state/chats.ts'
import { postService } from '../state/post-message.ts'
import { openTopic, removeTopic, setTopicState, TOPIC_COLORS } from '../state/topics.ts'
import type { Call, Handlers } from './call.ts'
import { requireForum, requireRight, requireTopicChat } from './target.ts'

/** Longest name of a topic, characters. */
const MAX_NAME_LENGTH = 128

function readName(call: Call): string | undefined {
  const name = call.params.text('name')?.trim()
  if (name !== undefined && [...name].length > MAX_NAME_LENGTH) throw badRequest('TOPIC_TITLE_TOO_LONG')
  return name
}

function createForumTopic(call: Call): unknown {
  const { world, params } = call
  const chat = requireTopicChat(call)
  requireRight(world, chat, 'can_manage_topics', 'not enough rights to create a topic')
  const name = readName(call)
  if (!name) throw badRequest('TOPIC_TITLE_EMPTY')
  const iconColor = params.number('icon_color')
  if (iconColor !== undefined && !TOPIC_COLORS.includes(iconColor))
    throw badRequest('TOPIC_ICON_COLOR_INVALID')
  world.flood.spend(chat, 1)
  const topic = openTopic(world, chat, world.bot, {
    name,
    iconColor,
    iconCustomEmojiId: params.text('icon_custom_emoji_id'),
  })
  return { message_thread_id: topic.id, ...topic.created.forum_topic_created }
}

/** The topic a call manages. @throws BotApiError for a missing right, an unknown or a deleted topic. */
function requireTopic<T extends AnyChat>(call: Call, chat: T, words: string): { chat: T; topic: Topic } {
  requireRight(call.world, chat, 'can_manage_topics', words)
  const topic = chat.topics.get(call.params.number('message_thread_id') ?? 0)
  if (!topic) throw badRequest('TOPIC_ID_INVALID')
  if (topic.state === 'deleted') throw badRequest('TOPIC_DELETED')
  return { chat, topic }
}

function editForumTopic(call: Call): true {
  const { world, params } = call
  const { chat, topic } = requireTopic(call, requireTopicChat(call), 'not enough rights to edit the topic')
  const name = readName(call) || topic.name
  const icon = params.has('icon_custom_emoji_id')
    ? params.text('icon_custom_emoji_id')
    : topic.iconCustomEmojiId
  if (name === topic.name && icon === topic.iconCustomEmojiId) throw badRequest('TOPIC_NOT_MODIFIED')
  world.flood.spend(chat, 1)
  const edited = {
    ...(name === topic.name ? {} : { name }),
    ...(icon === topic.iconCustomEmojiId ? {} : { icon_custom_emoji_id: icon ?? '' }),
  }
  topic.name = name
  topic.iconCustomEmojiId = icon
  postService(world, chat, { from: world.bot, content: { forum_topic_edited: edited }, threadId: topic.id })
  return true
}

function switchTopic(call: Call, state: 'open' | 'closed'): true {
  const words = 'not enough rights to close or open the topic'
  const { chat, topic } = requireTopic(call, requireForum(call), words)
  if (topic.state === state) throw badRequest('TOPIC_NOT_MODIFIED')
  call.world.flood.spend(chat, 1)
  setTopicState(call.world, chat, topic, call.world.bot, state)
  return true
}

function deleteForumTopic(call: Call): true {
  const words = 'not enough rights to delete the topic'
  const { chat, topic } = requireTopic(call, requireTopicChat(call), words)
  requireRight(call.world, chat, 'can_delete_messages', words)
  removeTopic(call.world, chat, topic)
  return true
}

function unpinAllForumTopicMessages(call: Call): true {
  const words = 'not enough rights to manage pinned messages in the chat'
  const { chat, topic } = requireTopic(call, requireTopicChat(call), words)
  chat.pinned = chat.pinned.filter((id) => chat.messages.get(id)?.message.message_thread_id !== topic.id)
  call.world.changed()
  return true
}

export const forumTopicHandlers: Handlers = {
  createForumTopic,
  editForumTopic,
  closeForumTopic: (call) => switchTopic(call, 'closed'),
  reopenForumTopic: (call) => switchTopic(call, 'open'),
  deleteForumTopic,
  unpinAllForumTopicMessages,
  getForumTopicIconStickers: () => [],
}
