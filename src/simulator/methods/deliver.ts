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

/** Where a sending call goes. @throws BotApiError when it may not go there. */
export function resolveDestination(call: Call): Destination {
  const chat = requireWritableChat(call)
  const reply = resolveReply(call, chat)
  return { chat, threadId: resolveThread(call, chat, reply.message), reply }
}

/**
 * Sends what a bot composed, one message an item, after the flood limits agreed.
 * @param album the parts share one `media_group_id`.
 */
export function sendAsBot(
  call: Call,
  destination: Destination,
  contents: readonly MessageContent[],
  options: { album?: string; extra?: Partial<Message> } = {},
): Message[] {
  const { world, params } = call
  const { chat, threadId, reply } = destination
  const markup = readReplyMarkup(call)
  world.flood.spend(chat, contents.length)
  return contents.map((content) => {
    const { message } = postMessage(world, chat, {
      from: world.bot,
      content,
      threadId,
      replyTo: reply.message,
      markup,
      mediaGroupId: options.album,
      extra: {
        ...(reply.quote ? { quote: { text: reply.quote, position: 0 } } : {}),
        ...(params.flag('protect_content') ? { has_protected_content: true } : {}),
        ...options.extra,
      },
    })
    return message
  })
}

/** As `sendAsBot`, for a call that sends one message. */
export function sendOne(call: Call, content: MessageContent): Message | undefined {
  return sendAsBot(call, resolveDestination(call), [content])[0]
}
