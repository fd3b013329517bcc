import { BotApiError, badRequest } from '../bot-api/bot-api-error.ts'
import type { Message, MessageContent } from '../bot-api/types.ts'
import { type Aside, chatObject, type GroupChat } from '../state/chats.ts'
import { isPresent, unixTime } from '../state/world.ts'
import type { Call, Handlers } from './call.ts'
import type { Destination } from './deliver.ts'
import { readText } from './formatted-input.ts'
import { readReplyMarkup } from './reply-markup.ts'
import { requireChat } from './target.ts'

/** Is it for one person alone? A server too old for that does not know the parameter, and sends an ordinary message. */
export function isAside(call: Call): boolean {
  return call.world.ephemeralMessages && call.params.has('ephemeral_message_parameters')
}

/** Shows a message to one member of a supergroup. https://core.telegram.org/bots/api#ephemeralmessageparameters */
export function sendAside(call: Call, content: MessageContent, { chat, threadId }: Destination): Message {
  const { world } = call
  const given = call.params.json<{ receiver_user_id: number }>('ephemeral_message_parameters')
  const receiverId = given?.receiver_user_id ?? 0
  if (chat.kind !== 'supergroup') throw badRequest('ephemeral messages can be sent only to supergroups')
  const receiver = chat.members.get(receiverId)
  if (receiver === undefined || !isPresent(receiver)) throw badRequest('USER_NOT_PARTICIPANT')
  const inline = readReplyMarkup(call, 'inline')?.inline_keyboard
  world.flood.spend(chat, 1)
  const message: Message = {
    message_id: 0,
    ephemeral_message_id: chat.asides.size + 1,
    receiver_user: receiver.user,
    from: world.bot,
    chat: chatObject(chat),
    date: unixTime(world),
    ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true as const }),
    ...content,
    ...(inline ? { reply_markup: { inline_keyboard: inline } } : {}),
  }
  const after = chat.nextMessageId - 1
  chat.asides.set(chat.asides.size + 1, { message, receiverId, deleted: false, after })
  world.changed()
  return message
}

function requireAside(call: Call): { readonly chat: GroupChat; readonly aside: Aside } {
  if (!call.world.ephemeralMessages) throw new BotApiError(404, 'Not Found: method not found')
  const chat = requireChat(call)
  const id = call.params.number('ephemeral_message_id') ?? 0
  const aside = chat.kind === 'private' ? undefined : chat.asides.get(id)
  const isTheirs = aside?.receiverId === call.params.number('receiver_user_id')
  if (chat.kind === 'private' || aside === undefined || aside.deleted || !isTheirs)
    throw badRequest('message to edit not found')
  return { chat, aside }
}

function editEphemeralMessageText(call: Call): true {
  const { chat, aside } = requireAside(call)
  const content = readText(call)
  const inline = readReplyMarkup(call, 'inline')?.inline_keyboard
  call.world.flood.spend(chat, 1)
  const { text: _, entities: __, reply_markup: ___, ...kept } = aside.message
  aside.message = {
    ...kept,
    ...content,
    ...(inline ? { reply_markup: { inline_keyboard: inline } } : {}),
    edit_date: unixTime(call.world),
  }
  call.world.changed()
  return true
}

function deleteEphemeralMessage(call: Call): true {
  requireAside(call).aside.deleted = true
  call.world.changed()
  return true
}

export const ephemeralHandlers: Handlers = { editEphemeralMessageText, deleteEphemeralMessage }
