import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageContent } from '../bot-api/types.ts'
import type { Call } from './call.ts'
import { type InputMedia, readInputMedia } from './input-media.ts'
import { readBlocks } from './rich-blocks.ts'

/** https://core.telegram.org/bots/api#inputrichmessage */
const MAX_LENGTH = 32_768
const MAX_MEDIA = 50

type Rich = Record<string, unknown>

/**
 * Checks a rich message and keeps its source; the media named in it become files.
 * @throws BotApiError for no or two sources, too much of anything, or media that are named but not given.
 */
export function readRichMessage(call: Call): MessageContent {
  const rich = call.params.json<Rich>('rich_message') ?? {}
  const known = call.world.richMessages === 'html' ? ['html', 'markdown'] : ['html', 'markdown', 'blocks']
  const sources = known.filter((field) => rich[field] !== undefined)
  if (sources.length !== 1) throw badRequest('exactly one of the fields html or markdown must be used')
  const source = rich[sources[0] ?? '']
  if (Array.isArray(source)) return { rich_message: { ...rich, blocks: readBlocks(call, source) } }
  if (typeof source === 'string') checkSource(source)
  const given = Array.isArray(rich.media) ? (rich.media as { id?: unknown; media?: InputMedia }[]) : []
  if (given.length > MAX_MEDIA) throw badRequest('too many media in the rich message')
  const media = given.map((item) => readMedia(call, item))
  const ids = new Set(media.map(({ id }) => id))
  for (const [, id] of String(source).matchAll(/tg:\/\/(?:photo|video|document|audio)\?id=([\w-]+)/g)) {
    if (id !== undefined && !ids.has(id)) throw badRequest(`media "${id}" not found in the rich message`)
  }
  return { rich_message: { ...rich, ...(media.length > 0 ? { media } : {}) } }
}

function checkSource(source: string): void {
  if (source.trim() === '') throw badRequest('rich message must be non-empty')
  if (source.length > MAX_LENGTH) throw badRequest('rich message is too long')
}

function readMedia(
  call: Call,
  item: { id?: unknown; media?: InputMedia },
): { id: string; media: MessageContent } {
  const { id, media } = item
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id))
    throw badRequest('invalid media identifier specified')
  if (!media) throw badRequest("can't parse InputMedia: media not found")
  return { id, media: readInputMedia(call, media) }
}
