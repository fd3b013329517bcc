import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageContent, MessageEntity } from '../bot-api/types.ts'
import { contentOfFile, type MediaKind } from '../state/media.ts'
import { newMediaGroupId } from '../state/media-group.ts'
import { formatCaption, formatMessageText } from '../text/format-text.ts'
import type { Call, Handler, Handlers } from './call.ts'
import { resolveDestination, sendAsBot, sendOne } from './deliver.ts'
import { readInputFile } from './input-file.ts'

/** The text of a call, formatted. @throws BotApiError */
export function readText(call: Call): MessageContent {
  const formatted = formatMessageText({
    text: call.params.text('text') ?? '',
    parseMode: call.params.text('parse_mode'),
    entities: call.params.json<MessageEntity[]>('entities'),
  })
  const { text, entities } = formatted
  return entities.length > 0 ? { text, entities } : { text }
}

interface CaptionSource {
  caption?: string | undefined
  parse_mode?: string | undefined
  caption_entities?: MessageEntity[] | undefined
}

/** The caption of a call or of an album's item, formatted; no fields for none. @throws BotApiError */
export function readCaption(source: CaptionSource): MessageContent {
  const { text, entities } = formatCaption({
    text: source.caption ?? '',
    parseMode: source.parse_mode,
    entities: source.caption_entities,
  })
  if (text === '') return {}
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text }
}

export function captionOf(call: Call): MessageContent {
  return readCaption({
    caption: call.params.text('caption'),
    parse_mode: call.params.text('parse_mode'),
    caption_entities: call.params.json<MessageEntity[]>('caption_entities'),
  })
}

const sendFile =
  (kind: MediaKind): Handler =>
  (call) => {
    const destination = resolveDestination(call)
    const caption = kind === 'sticker' || kind === 'video_note' ? {} : captionOf(call)
    const file = readInputFile(call, call.params.text(kind), kind, kind)
    return sendAsBot(call, destination, [{ ...contentOfFile(file, kind), ...caption }])[0]
  }

export interface InputMedia extends CaptionSource {
  type: string
  media: string
}

const MEDIA_KINDS: readonly MediaKind[] = ['photo', 'video', 'animation', 'audio', 'document']

/** One item of `media`. @throws BotApiError */
export function readInputMedia(call: Call, item: InputMedia): MessageContent {
  const kind = MEDIA_KINDS.find((each) => each === item.type)
  if (!kind) throw badRequest(`can't parse InputMedia: type "${item.type}" is not modelled`)
  if (!item.media) throw badRequest("can't parse InputMedia: media not found")
  const caption = readCaption(item)
  return { ...contentOfFile(readInputFile(call, item.media, 'media', kind), kind), ...caption }
}

function sendMediaGroup(call: Call): unknown {
  const destination = resolveDestination(call)
  const media = call.params.json<InputMedia[]>('media') ?? []
  checkAlbum(media)
  const contents = media.map((item) => readInputMedia(call, item))
  return sendAsBot(call, destination, contents, { album: newMediaGroupId() })
}

/** Two to ten items (one is sent as a plain message by some clients, by a bot never), kinds that go together. */
function checkAlbum(media: readonly InputMedia[]): void {
  if (media.length === 0) throw badRequest('there are no messages to send')
  if (media.length > 10) throw badRequest('too many messages to send as an album')
  if (media.length < 2) throw badRequest('media group must include 2-10 items')
  const kinds = new Set(media.map(({ type }) => type))
  if (kinds.has('animation')) {
    throw badRequest(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`)
  }
  if (kinds.size < 2) return
  if (kinds.has('document')) throw badRequest("document can't be mixed with other media types")
  if (kinds.has('audio')) throw badRequest("audio can't be mixed with other media types")
}

export const sendHandlers: Handlers = {
  sendMessage: (call) => {
    const destination = resolveDestination(call)
    return sendAsBot(call, destination, [readText(call)])[0]
  },
  sendPhoto: sendFile('photo'),
  sendDocument: sendFile('document'),
  sendVideo: sendFile('video'),
  sendAnimation: sendFile('animation'),
  sendAudio: sendFile('audio'),
  sendVoice: sendFile('voice'),
  sendVideoNote: sendFile('video_note'),
  sendSticker: sendFile('sticker'),
  sendMediaGroup,
  sendRichMessage: (call) => {
    const rich = call.params.json<Record<string, unknown>>('rich_message') ?? {}
    return sendOne(call, { rich_message: checkRichMessage(rich) })
  },
}

/** Rich text is kept as it came; only its source is checked (https://core.telegram.org/bots/api#inputrichmessage). */
export function checkRichMessage(rich: Record<string, unknown>): Record<string, unknown> {
  const sources = ['html', 'markdown', 'blocks'].filter((field) => rich[field] !== undefined)
  if (sources.length !== 1) throw badRequest('exactly one of the fields html or markdown must be used')
  const source = rich[sources[0] ?? '']
  if (typeof source === 'string' && source.trim() === '') throw badRequest('rich message must be non-empty')
  if (typeof source === 'string' && source.length > 32_768) throw badRequest('rich message is too long')
  return rich
}
