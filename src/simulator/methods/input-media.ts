import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageContent } from '../bot-api/types.ts'
import { contentOfFile, type MediaKind } from '../state/media.ts'
import type { Call } from './call.ts'
import { type CaptionSource, readCaption } from './formatted-input.ts'
import { readInputFile } from './input-file.ts'

export interface InputMedia extends CaptionSource {
  type: string
  media: string
}

const MEDIA_KINDS: readonly MediaKind[] = ['photo', 'video', 'animation', 'audio', 'document']

/** One item of `media`, with its file and caption. @throws BotApiError */
export function readInputMedia(call: Call, item: InputMedia): MessageContent {
  const kind = MEDIA_KINDS.find((each) => each === item.type)
  if (!kind) throw badRequest(`can't parse InputMedia: type "${item.type}" is not modelled`)
  if (!item.media) throw badRequest("can't parse InputMedia: media not found")
  const caption = readCaption(item)
  return { ...contentOfFile(readInputFile(call, item.media, 'media', kind), kind), ...caption }
}
