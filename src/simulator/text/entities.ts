import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageEntity } from '../bot-api/types.ts'

const KNOWN_TYPES = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler ' +
    'blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'
  ).split(' '),
)

/** What the server finds by itself; given by a bot, these are dropped and found again. */
const DETECTED_TYPES = new Set('mention hashtag cashtag bot_command url email phone_number'.split(' '))

/**
 * Checks entities a bot sent against the text they belong to.
 * @throws BotApiError for a type Telegram does not know, a missing attribute or a range outside the text.
 */
export function checkEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = []
  for (const entity of given) {
    checkShape(entity)
    checkRange(text, entity)
    if (entity.length > 0 && !DETECTED_TYPES.has(entity.type)) kept.push(entity)
  }
  return kept
}

function checkShape(entity: MessageEntity): void {
  const fail = (reason: string) => badRequest(`can't parse MessageEntity: ${reason}`)
  if (!KNOWN_TYPES.has(entity.type)) throw fail('unsupported type specified')
  if (entity.type === 'text_link' && !entity.url) throw fail('can\'t find field "url"')
  if (entity.type === 'text_mention' && !entity.user) throw fail('can\'t find field "user"')
  if (entity.type === 'custom_emoji' && !/^[1-9]\d*$/.test(entity.custom_emoji_id ?? '')) {
    throw fail('invalid custom emoji identifier specified')
  }
  if (entity.type === 'date_time' && !entity.unix_time) throw fail('can\'t find field "unix_time"')
}

function checkRange(text: string, { offset, length }: MessageEntity): void {
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`)
  const byte = () => Buffer.byteLength(text.slice(0, offset))
  if (offset >= text.length && length > 0) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  if (offset + length > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    )
  }
  if (splitsCharacter(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${byte()}`)
  }
  if (splitsCharacter(text, offset + length)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byte()}`,
    )
  }
}

function splitsCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

const DETECTORS: readonly [type: string, pattern: RegExp][] = [
  ['url', /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}]/gi],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['bot_command', /(?<![\w/<>@])\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g],
  ['mention', /(?<![\w@.])@[a-zA-Z]\w{3,31}/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}_][\p{L}\p{N}_]*/gu],
]

/** Finds commands, links, addresses, mentions and hashtags outside the entities already there. */
export function detectEntities(text: string, existing: readonly MessageEntity[] = []): MessageEntity[] {
  const found: MessageEntity[] = []
  const overlaps = (offset: number, length: number) => (other: MessageEntity) =>
    offset < other.offset + other.length && other.offset < offset + length
  // Formatting such as bold may surround a link; code and links keep what is in them as it is.
  const closed = existing.filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention'].includes(type))
  for (const [type, pattern] of DETECTORS) {
    for (const match of text.matchAll(pattern)) {
      const taken = overlaps(match.index, match[0].length)
      if (closed.some(taken) || found.some(taken)) continue
      found.push({ type, offset: match.index, length: match[0].length })
    }
  }
  return found
}
