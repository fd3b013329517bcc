/** What a message carries, on either side, without anything of Telegram's envelope. */

/** A Telegram message entity; `offset` and `length` in UTF-16 code units. https://core.telegram.org/bots/api#messageentity */
export interface TextEntity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly [field: string]: unknown
}

export interface FormattedText {
  readonly text: string
  readonly entities: readonly TextEntity[]
}

export const MEDIA_KINDS = [
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

export interface MediaContent {
  readonly kind: MediaKind
  readonly fileId: string
  readonly fileUniqueId: string
  readonly fileName: string | null
  readonly mimeType: string | null
  /** Bytes, where Telegram says. */
  readonly size: number | null
  readonly caption: FormattedText | null
}

export type MessageContent =
  | { readonly kind: 'text'; readonly body: FormattedText }
  | MediaContent
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | {
      readonly kind: 'venue'
      readonly latitude: number
      readonly longitude: number
      readonly title: string
      readonly address: string
    }
  | {
      readonly kind: 'contact'
      readonly phoneNumber: string
      readonly firstName: string
      readonly lastName: string | null
    }
  /** Anything newer or rarer (a poll, a game): shown on the other side by copying the message itself. */
  | { readonly kind: 'copy'; readonly fromChatId: number; readonly messageId: number; readonly what: string }

export function isMedia(content: MessageContent): content is MediaContent {
  return (MEDIA_KINDS as readonly string[]).includes(content.kind)
}

/** The words in a message: its text or its caption, or nothing. */
export function wordsOf(content: MessageContent): FormattedText | null {
  if (content.kind === 'text') return content.body
  return isMedia(content) ? content.caption : null
}
