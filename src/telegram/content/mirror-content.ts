import type { FormattedText, MediaContent, MessageContent } from '../../domain/message-content.ts'
import { isMedia } from '../../domain/message-content.ts'
import { CAPTION_MAX, concat, plainText, TEXT_MAX } from './formatted.ts'

/** One Bot API call without its chat: the method and its own parameters. */
export interface MirrorCall {
  readonly method: string
  readonly payload: Readonly<Record<string, unknown>>
}

export interface Mirror {
  /** Sent first where the header has no room in the message itself. */
  readonly header: MirrorCall | null
  readonly body: MirrorCall
}

const METHODS = {
  photo: 'sendPhoto',
  document: 'sendDocument',
  video: 'sendVideo',
  animation: 'sendAnimation',
  audio: 'sendAudio',
  voice: 'sendVoice',
  video_note: 'sendVideoNote',
  sticker: 'sendSticker',
} as const

/** How a message is shown on the other side, under a header that says whose it is. */
export function mirrorContent(content: MessageContent, header: FormattedText | null): Mirror {
  if (content.kind === 'text') return mirrorText(content.body, header)
  if (isMedia(content)) return mirrorMedia(content, header)
  return { header: header === null ? null : sendText(header), body: mirrorPlace(content) }
}

/** How an edit is shown; null where the Bot API offers no way (a sticker, a location). */
export function mirrorEdit(content: MessageContent, header: FormattedText | null): MirrorCall | null {
  if (content.kind === 'text') {
    const body = underHeader(header, content.body, TEXT_MAX) ?? content.body
    return { method: 'editMessageText', payload: textPayload(body) }
  }
  if (!isMedia(content) || !hasCaption(content)) return null
  const caption = captionUnder(header, content) ?? content.caption ?? plainText('')
  // The file may be another one now; editing the media with the same file changes the caption alone.
  if (content.kind === 'voice') return { method: 'editMessageCaption', payload: captionPayload(caption) }
  const media = { type: content.kind, media: content.fileId, ...captionPayload(caption) }
  return { method: 'editMessageMedia', payload: { media } }
}

function sendText(body: FormattedText): MirrorCall {
  return { method: 'sendMessage', payload: textPayload(body) }
}

function mirrorText(body: FormattedText, header: FormattedText | null): Mirror {
  const joined = underHeader(header, body, TEXT_MAX)
  if (joined !== null) return { header: null, body: sendText(joined) }
  return { header: header === null ? null : sendText(header), body: sendText(body) }
}

function mirrorMedia(content: MediaContent, header: FormattedText | null): Mirror {
  const file = { [content.kind]: content.fileId }
  const method = METHODS[content.kind]
  if (!hasCaption(content)) {
    return { header: header === null ? null : sendText(header), body: { method, payload: file } }
  }
  const joined = captionUnder(header, content)
  const caption = joined ?? content.caption
  const body = { method, payload: { ...file, ...(caption === null ? {} : captionPayload(caption)) } }
  return { header: joined === null && header !== null ? sendText(header) : null, body }
}

function hasCaption(content: MediaContent): boolean {
  return content.kind !== 'sticker' && content.kind !== 'video_note'
}

function mirrorPlace(content: Exclude<MessageContent, MediaContent | { kind: 'text' }>): MirrorCall {
  switch (content.kind) {
    case 'location':
      return {
        method: 'sendLocation',
        payload: { latitude: content.latitude, longitude: content.longitude },
      }
    case 'venue': {
      const { latitude, longitude, title, address } = content
      return { method: 'sendVenue', payload: { latitude, longitude, title, address } }
    }
    case 'contact':
      return {
        method: 'sendContact',
        payload: {
          phone_number: content.phoneNumber,
          first_name: content.firstName,
          ...(content.lastName === null ? {} : { last_name: content.lastName }),
        },
      }
    case 'copy':
      return {
        method: 'copyMessage',
        payload: { from_chat_id: content.fromChatId, message_id: content.messageId },
      }
    default:
      return content satisfies never
  }
}

function captionUnder(header: FormattedText | null, content: MediaContent): FormattedText | null {
  if (header === null) return content.caption
  if (content.caption === null) return header.text.length <= CAPTION_MAX ? header : null
  return underHeader(header, content.caption, CAPTION_MAX)
}

/** Header and text in one message, or null where they do not fit. */
function underHeader(header: FormattedText | null, body: FormattedText, max: number): FormattedText | null {
  if (header === null) return body
  const joined = concat(header, plainText('\n'), body)
  return joined.text.length <= max ? joined : null
}

function textPayload(body: FormattedText): Record<string, unknown> {
  const entities = body.entities.length === 0 ? {} : { entities: body.entities }
  return { text: body.text, ...entities }
}

function captionPayload(caption: FormattedText): Record<string, unknown> {
  const entities = caption.entities.length === 0 ? {} : { caption_entities: caption.entities }
  return { caption: caption.text, ...entities }
}
