import type { Message, MessageContent } from '../bot-api/types.ts'
import type { AnyChat } from '../state/chats.ts'
import { postMessage } from '../state/post-message.ts'
import type { Call } from './call.ts'
import { readReplyMarkup } from './reply-markup.ts'
import { type Reply, requireWritableChat, resolveReply, resolveThread } from './target.ts'

export interface Destination {
  chat: AnyChat
  threadId: number | undefined
  reply: Reply
}

/** One message of a call. */
export interface Part {
  content: MessageContent
  /** The `media_group_id` it shares with others. */
  album?: string | undefined
  /** Further fields, such as `forward_origin`. */
  extra?: Partial<Message> | undefined
}

/** Where a sending call goes. @throws BotApiError when it may not go there. */
export function resolveDestination(call: Call): Destination {
  const chat = requireWritableChat(call)
  const reply = resolveReply(call, chat)
  return { chat, threadId: resolveThread(call, chat, reply.message), reply }
}

/** Sends what a bot composed; the flood limits take all parts or none. */
export function sendParts(call: Call, destination: Destination, parts: readonly Part[]): Message[] {
  const { world, params } = call
  const { chat, threadId, reply } = destination
  const markup = readReplyMarkup(call)
  world.flood.spend(chat, parts.length)
  return parts.map(({ content, album, extra }) => {
    const { message } = postMessage(world, chat, {
      from: world.bot,
      content,
      threadId,
      replyTo: reply.message,
      markup,
      mediaGroupId: album,
      extra: {
        ...(reply.quote ? { quote: { text: reply.quote, position: 0 } } : {}),
        ...(params.flag('protect_content') ? { has_protected_content: true } : {}),
        ...extra,
      },
    })
    return message
  })
}

/** As `sendParts`, for a call that sends one message. */
export function sendOne(
  call: Call,
  content: MessageContent,
  destination = resolveDestination(call),
): Message {
  const [message] = sendParts(call, destination, [{ content }])
  if (!message) throw new Error('one part makes one message')
  return message
}
