import { BotApiError, badRequest } from '../bot-api/bot-api-error.ts'
import { contentOfFile, type MediaKind } from '../state/media.ts'
import { newMediaGroupId } from '../state/media-group.ts'
import type { Call, Handler, Handlers } from './call.ts'
import { resolveDestination, sendOne, sendParts } from './deliver.ts'
import { isAside, sendAside } from './ephemeral.ts'
import { captionOf, readText } from './formatted-input.ts'
import { readInputFile } from './input-file.ts'
import { type InputMedia, readInputMedia } from './input-media.ts'
import { readRichMessage } from './rich-message.ts'

const sendFile =
  (kind: MediaKind): Handler =>
  (call) => {
    const destination = resolveDestination(call)
    const caption = kind === 'sticker' || kind === 'video_note' ? {} : captionOf(call)
    const file = readInputFile(call, call.params.text(kind), kind, kind)
    return sendOne(call, { ...contentOfFile(file, kind), ...caption }, destination)
  }

function sendMediaGroup(call: Call): unknown {
  const destination = resolveDestination(call)
  const media = call.params.json<InputMedia[]>('media') ?? []
  checkAlbum(media)
  const album = newMediaGroupId()
  const parts = media.map((item) => ({ content: readInputMedia(call, item), album }))
  return sendParts(call, destination, parts)
}

/** Two to ten items of kinds that go together (td/telegram/MessageContent.cpp). */
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
    const content = readText(call)
    return isAside(call) ? sendAside(call, content, destination) : sendOne(call, content, destination)
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
    if (call.world.richMessages === 'none') throw new BotApiError(404, 'Not Found: method not found')
    return sendOne(call, readRichMessage(call))
  },
}
