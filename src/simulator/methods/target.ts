import { badRequest, forbidden } from '../bot-api/bot-api-error.ts'
import type { Message } from '../bot-api/types.ts'
import type { AnyChat, GroupChat, StoredMessage } from '../state/chats.ts'
import { hasTopics } from '../state/topics.ts'
import { botMember, isAdmin, isPresent, type World } from '../state/world.ts'
import type { Call } from './call.ts'

/**
 * The chat a call names, with the bot still in it.
 * @throws BotApiError chat not found, upgraded to a supergroup (with the new id), or the bot is not there.
 */
export function requireChat(call: Call, parameter = 'chat_id'): AnyChat {
  const given = call.params.all[parameter]
  if (given === undefined) throw badRequest(`${parameter === 'chat_id' ? 'chat_id' : parameter} is empty`)
  const chat = call.world.chats.get(Number(given))
  if (!chat) throw badRequest('chat not found')
  if (chat.kind !== 'private') requireBotInside(call.world, chat)
  return chat
}

function requireBotInside(world: World, chat: GroupChat): void {
  if (chat.upgradedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.upgradedTo })
  }
  const bot = botMember(world, chat)
  if (bot.status === 'kicked') throw forbidden(`bot was kicked from the ${chat.kind} chat`)
  if (!isPresent(bot)) throw forbidden(`bot is not a member of the ${chat.kind} chat`)
}

/** As `requireChat`, and the bot may write there. */
export function requireWritableChat(call: Call): AnyChat {
  const chat = requireChat(call)
  if (chat.kind !== 'private') {
    const isMute = botMember(call.world, chat).status === 'restricted'
    if (isMute) throw badRequest('not enough rights to send text messages to the chat')
    return chat
  }
  if (chat.user.is_bot) throw forbidden("bots can't send messages to bots")
  if (chat.deactivated) throw forbidden('user is deactivated')
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user")
  if (chat.blocked) throw forbidden('bot was blocked by the user')
  return chat
}

/** A supergroup with topics. @throws BotApiError in any other chat. */
export function requireForum(call: Call): GroupChat {
  const chat = requireChat(call)
  if (chat.kind !== 'supergroup' || !chat.isForum) throw badRequest('the chat is not a forum')
  return chat
}

/** A forum, or a private chat that has topics. @throws BotApiError in any other chat. */
export function requireTopicChat(call: Call): AnyChat {
  const isPrivate = requireChat(call).kind === 'private'
  if (!isPrivate || !call.world.privateTopics) return requireForum(call)
  return requireWritableChat(call)
}

/** A message people still see. @param what how the error names it: `message to edit`. */
export function requireMessage(chat: AnyChat, messageId: number | undefined, what: string): StoredMessage {
  const stored = messageId === undefined ? undefined : chat.messages.get(messageId)
  if (!stored || stored.deleted) throw badRequest(`${what} not found`)
  return stored
}

/**
 * The topic a message goes to: the one named, else that of the message replied to.
 * @throws BotApiError for an unknown, deleted or closed topic, and for 1: General is named by leaving it out.
 */
export function resolveThread(call: Call, chat: AnyChat, replyTo: Message | undefined): number | undefined {
  const named = call.params.number('message_thread_id')
  // Topics that are switched off take nothing, although their messages stay.
  if (!hasTopics(call.world, chat)) {
    if (named !== undefined && chat.kind !== 'group') throw badRequest('message thread not found')
    return undefined
  }
  const id = named ?? (replyTo?.is_topic_message ? replyTo.message_thread_id : undefined)
  if (id === undefined) return undefined
  const topic = chat.topics.get(id)
  if (!topic || topic.state === 'deleted') throw badRequest('message thread not found')
  if (topic.state === 'closed') throw badRequest('TOPIC_CLOSED')
  return id
}

interface ReplyParameters {
  message_id: number
  chat_id?: number | string
  allow_sending_without_reply?: boolean
  quote?: string
}

export interface Reply {
  message?: Message | undefined
  quote?: string | undefined
}

/** The message a call replies to. @throws BotApiError `message to be replied not found` unless that is allowed. */
export function resolveReply(call: Call, chat: AnyChat): Reply {
  const given = readReplyParameters(call)
  if (!given) return {}
  const elsewhere = given.chat_id !== undefined && Number(given.chat_id) !== chat.id
  const source = elsewhere ? call.world.chats.get(Number(given.chat_id)) : chat
  const stored = source?.messages.get(given.message_id)
  if (!stored || stored.deleted) {
    if (given.allow_sending_without_reply) return {}
    throw badRequest('message to be replied not found')
  }
  if (given.quote !== undefined) {
    const text = stored.message.text ?? stored.message.caption ?? ''
    if (!text.includes(given.quote)) throw badRequest('QUOTE_TEXT_INVALID')
  }
  return { message: stored.message, quote: given.quote }
}

/** `reply_to_message_id` is the older way, still accepted by the server. */
function readReplyParameters(call: Call): ReplyParameters | undefined {
  const given = call.params.json<ReplyParameters>('reply_parameters')
  if (given) return given
  const older = Number(call.params.all.reply_to_message_id ?? 0)
  if (!older) return undefined
  const allowed = call.params.all.allow_sending_without_reply
  return { message_id: older, allow_sending_without_reply: allowed === true || allowed === 'true' }
}

/** In a private chat no rights are needed. @throws BotApiError with these words. */
export function requireRight(world: World, chat: AnyChat, right: string, words: string): void {
  if (chat.kind === 'private') return
  const bot = botMember(world, chat)
  if (!isAdmin(bot) || (bot.status === 'administrator' && !bot.rights[right])) throw badRequest(words)
}
