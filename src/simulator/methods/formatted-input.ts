import type { MessageContent, MessageEntity } from '../bot-api/types.ts'
import { formatCaption, formatMessageText } from '../text/format-text.ts'
import type { Call } from './call.ts'

/** The text of a call, formatted. @throws BotApiError */
export function readText({ params }: Call): MessageContent {
  const { text, entities } = formatMessageText({
    text: params.text('text') ?? '',
    parseMode: params.text('parse_mode'),
    entities: params.json<MessageEntity[]>('entities'),
  })
  return entities.length > 0 ? { text, entities } : { text }
}

export interface CaptionSource {
  caption?: string | undefined
  parse_mode?: string | undefined
  caption_entities?: MessageEntity[] | undefined
}

/** A caption, formatted; no fields for none. @throws BotApiError */
export function readCaption(source: CaptionSource): MessageContent {
  const { text, entities } = formatCaption({
    text: source.caption ?? '',
    parseMode: source.parse_mode,
    entities: source.caption_entities,
  })
  if (text === '') return {}
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text }
}

/** The caption a call gives. @throws BotApiError */
export function captionOf({ params }: Call): MessageContent {
  return readCaption({
    caption: params.text('caption'),
    parse_mode: params.text('parse_mode'),
    caption_entities: params.json<MessageEntity[]>('caption_entities'),
  })
}
