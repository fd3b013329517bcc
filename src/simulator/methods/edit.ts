import { isDeepStrictEqual } from 'node:util'
import { badRequest } from '../bot-api/bot-api-error.ts'
import { isServiceMessage } from '../bot-api/service-message.ts'
import type { Message, MessageContent, ReplyMarkup } from '../bot-api/types.ts'
import type { AnyChat, StoredMessage } from '../state/chats.ts'
import { mayHaveCaption, mediaKindOf } from '../state/media.ts'
import { unixTime } from '../state/world.ts'
import type { Call, Handlers } from './call.ts'
import { captionOf, readText } from './formatted-input.ts'
import { type InputMedia, readInputMedia } from './input-media.ts'
import { readReplyMarkup } from './reply-markup.ts'
import { readRichMessage } from './rich-message.ts'
import { requireMessage, requireWritableChat } from './target.ts'

interface Editable {
  chat: AnyChat
  stored: StoredMessage
  markup: ReplyMarkup | undefined
}

function requireEditable(call: Call): Editable {
  if (!call.params.has('chat_id') && !call.params.has('message_id')) {
    if (call.params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID')
    throw badRequest('message identifier is not specified')
  }
  const markup = readReplyMarkup(call, 'inline')
  const chat = requireWritableChat(call)
  const stored = requireMessage(chat, call.params.number('message_id'), 'message to edit')
  const { message, otherMarkup } = stored
  const isFixed =
    isServiceMessage(message) || message.forward_origin !== undefined || otherMarkup !== undefined
  if (!stored.fromBot || isFixed) throw badRequest("message can't be edited")
  return { chat, stored, markup }
}

/** All that an edit may replace: fields absent from the new content are dropped. */
const EDITABLE_FIELDS = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'rich_message',
  'location',
  'reply_markup',
] as const satisfies readonly (keyof Message)[]

const isSameFile = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** @throws BotApiError message is not modified, when nothing people see would change. */
function applyEdit(call: Call, editable: Editable, content: MessageContent, isTextEdit: boolean): Message {
  const { world } = call
  const { chat, stored, markup } = editable
  const inline = markup?.inline_keyboard
  const next: Partial<Message> = {
    ...content,
    ...(inline ? { reply_markup: { inline_keyboard: inline } } : {}),
  }
  const before = Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, stored.message[field]]))
  const after = Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, next[field]]))
  if (isDeepStrictEqual(before, after) || isSameFile(before, after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  world.flood.spend(chat, 1)
  const message = { ...stored.message }
  for (const field of EDITABLE_FIELDS) delete message[field]
  stored.message = { ...message, ...next, edit_date: unixTime(world) }
  // Telegram marks an edit of the content, not one of the buttons alone.
  stored.edited ||= isTextEdit
  world.changed()
  return stored.message
}

/** The content an edit leaves alone. */
function keptContent(message: Message, fields: readonly (keyof MessageContent)[]): MessageContent {
  return Object.fromEntries(
    fields.filter((field) => message[field] !== undefined).map((field) => [field, message[field]]),
  )
}

const MEDIA_FIELDS = ['photo', 'document', 'video', 'animation', 'audio', 'voice'] as const

function editMessageText(call: Call): unknown {
  const isRich = call.params.has('rich_message') && call.world.richMessages !== 'none'
  if (!isRich && !call.params.has('text')) throw badRequest('message text is empty')
  const content = isRich ? readRichMessage(call) : readText(call)
  const editable = requireEditable(call)
  const { message } = editable.stored
  if (message.text === undefined && message.rich_message === undefined) {
    throw badRequest('there is no text in the message to edit')
  }
  return applyEdit(call, editable, content, true)
}

function editMessageCaption(call: Call): unknown {
  const caption = captionOf(call)
  const editable = requireEditable(call)
  const { message } = editable.stored
  if (!mayHaveCaption(message)) throw badRequest('there is no caption in the message to edit')
  return applyEdit(call, editable, { ...keptContent(message, MEDIA_FIELDS), ...caption }, true)
}

function editMessageMedia(call: Call): unknown {
  const editable = requireEditable(call)
  const content = readInputMedia(call, call.params.json<InputMedia>('media') ?? { type: '', media: '' })
  const { message } = editable.stored
  const kind = mediaKindOf(message)
  if (kind === 'voice' || kind === 'video_note' || kind === 'sticker')
    throw badRequest("message can't be edited")
  if (message.media_group_id !== undefined) checkAlbumKind(kind, mediaKindOf(content))
  return applyEdit(call, editable, content, true)
}

function checkAlbumKind(from: string | undefined, to: string | undefined): void {
  const shared = ['photo', 'video']
  const fits = from === to || (shared.includes(from ?? '') && shared.includes(to ?? ''))
  if (!fits) throw badRequest("can't use media of the specified type in the album")
}

function editMessageReplyMarkup(call: Call): unknown {
  const editable = requireEditable(call)
  const { message } = editable.stored
  const fields = EDITABLE_FIELDS.filter((field) => field !== 'reply_markup')
  return applyEdit(call, editable, keptContent(message, fields), false)
}

function editMessageLiveLocation(call: Call): unknown {
  const editable = requireEditable(call)
  const { message } = editable.stored
  if (!message.location?.live_period) throw badRequest('there is no live location in the message to edit')
  const location = {
    ...message.location,
    latitude: call.params.number('latitude') ?? message.location.latitude,
    longitude: call.params.number('longitude') ?? message.location.longitude,
  }
  return applyEdit(call, editable, { location }, true)
}

export const editHandlers: Handlers = {
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageLiveLocation,
}
