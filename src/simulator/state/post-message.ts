import { isServiceMessage } from '../bot-api/service-message.ts'
import type { Chat, Message, MessageContent, ReplyMarkup, Update, User } from '../bot-api/types.ts'
import { type AnyChat, chatObject, type StoredMessage } from './chats.ts'
import { botMember, isAdmin, isPresent, unixTime, type World } from './world.ts'

export interface Post {
  from: User
  /** Whose account writes, when that is not `from`. */
  authorId?: number | undefined
  senderChat?: Chat | undefined
  content: MessageContent
  threadId?: number | undefined
  replyTo?: Message | undefined
  mediaGroupId?: string | undefined
  markup?: ReplyMarkup | undefined
  /** Further fields of the message, such as `forward_origin` or `is_automatic_forward`. */
  extra?: Partial<Message> | undefined
}

/** Adds a message to a chat. Whether the bot hears of it is `deliverMessage`'s business. */
export function postMessage(world: World, chat: AnyChat, post: Post): StoredMessage {
  const inline = post.markup?.inline_keyboard
  const message: Message = {
    message_id: chat.nextMessageId,
    from: post.from,
    ...(post.senderChat ? { sender_chat: post.senderChat } : {}),
    chat: chatObject(chat),
    date: unixTime(world),
    ...topicFields(chat, post),
    ...(post.mediaGroupId ? { media_group_id: post.mediaGroupId } : {}),
    ...post.extra,
    ...post.content,
    ...(inline ? { reply_markup: { inline_keyboard: inline } } : {}),
  }
  chat.nextMessageId += 1
  const stored: StoredMessage = {
    message,
    fromBot: post.from.id === world.bot.id,
    authorId: post.authorId,
    at: world.clock.now(),
    deleted: false,
    edited: false,
    otherMarkup: inline ? undefined : post.markup,
    reactions: new Map(),
  }
  chat.messages.set(message.message_id, stored)
  world.changed()
  return stored
}

/** In a topic every message that is no reply itself "replies" to the message that opened the topic. */
function topicFields(chat: AnyChat, post: Post): Partial<Message> {
  const fields: Partial<Message> = {}
  const topic = post.threadId ? chat.topics.get(post.threadId) : undefined
  if (post.threadId) {
    fields.message_thread_id = post.threadId
    fields.is_topic_message = true
  }
  const repliedTo = post.replyTo ?? topic?.created
  if (repliedTo) fields.reply_to_message = withoutReply(repliedTo)
  return fields
}

/** A quoted message never carries what it replied to in its turn. */
export function withoutReply(message: Message): Message {
  const { reply_to_message: _, ...rest } = message
  return rest
}

/** Posts what happened in the chat; the bot sees such messages whoever caused them, itself too. */
export function postService(world: World, chat: AnyChat, post: Post): StoredMessage {
  const stored = postMessage(world, chat, post)
  deliverMessage(world, chat, stored)
  return stored
}

/** Hands the message to the bot unless it is not there, wrote it itself, or privacy mode hides it. */
export function deliverMessage(
  world: World,
  chat: AnyChat,
  stored: StoredMessage,
  kind: 'message' | 'edited_message' = 'message',
): void {
  if (stored.fromBot && !isServiceMessage(stored.message)) return
  if (!isVisibleToBot(world, chat, stored.message)) {
    stored.told ??= 'hidden'
    return
  }
  stored.told = 'yes'
  world.updates.push(kind, stored.message)
  world.changed()
}

/** The bot never hears of the message: it has not fetched the update in time. */
export function loseMessage({ chats }: World, update: Update): void {
  const message = update.message as Message | undefined
  const stored = message && chats.get(message.chat.id)?.messages.get(message.message_id)
  if (stored) stored.told = 'lost'
}

function isVisibleToBot(world: World, chat: AnyChat, message: Message): boolean {
  if (chat.kind === 'private') return true
  const bot = botMember(world, chat)
  if (!isPresent(bot)) return false
  return isAdmin(bot) || !world.privacyMode || isServiceMessage(message) || concernsBot(world, message)
}

/** What privacy mode lets through: https://core.telegram.org/bots/features#privacy-mode */
function concernsBot(world: World, message: Message): boolean {
  const text = message.text ?? message.caption ?? ''
  const repliedTo = message.reply_to_message
  const repliesToBot = repliedTo?.from?.id === world.bot.id && !repliedTo.forum_topic_created
  return text.startsWith('/') || repliesToBot || text.includes(`@${world.bot.username}`)
}
