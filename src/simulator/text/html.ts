import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageEntity } from '../bot-api/types.ts'
import { decodeCharacterReference } from './decode-character-reference.ts'
import { entitiesOfTag, type OpenTag } from './html-entity.ts'
import { readStartTag } from './html-start-tag.ts'

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** Refuses with the offset counted in UTF-8 bytes, as the server counts it. */
export type FailAt = (words: (byteOffset: number) => string, at: number) => never

/**
 * Parses `parse_mode: HTML` as strictly as Telegram does (td/telegram/MessageEntity.cpp, parse_html).
 * @throws BotApiError `can't parse entities: …`
 */
export function parseHtml(source: string): FormattedText {
  const failAt: FailAt = (words, at) => {
    throw badRequest(`can't parse entities: ${words(Buffer.byteLength(source.slice(0, at)))}`)
  }
  const open: OpenTag[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const character = source[at]
    if (character === '&') {
      const reference = decodeCharacterReference(source, at)
      text += reference?.text ?? '&'
      at = reference?.end ?? at + 1
    } else if (character !== '<') {
      text += character
      at += 1
    } else if (source[at + 1] === '/') {
      const closed = readEndTag(source, at, open.at(-1), failAt)
      const tag = open.pop()
      if (tag) entitiesOfTag(tag, text, entities)
      at = closed
    } else {
      const started = readStartTag(source, at, text.length, failAt)
      open.push(started.tag)
      at = started.end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) {
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.name}"`)
  }
  return { text, entities: sortEntities(entities.map(withoutStrayLanguage)) }
}

/** A language given to `code` counts only inside `pre`. */
function withoutStrayLanguage(entity: MessageEntity): MessageEntity {
  const { language: _, ...rest } = entity
  return entity.type === 'code' ? rest : entity
}

function readEndTag(source: string, begin: number, last: OpenTag | undefined, failAt: FailAt): number {
  if (!last) return failAt((offset) => `Unexpected end tag at byte offset ${offset}`, begin)
  let at = begin
  while (at < source.length && !/[\s>]/.test(source.charAt(at))) at += 1
  const name = source.slice(begin + 2, at).toLowerCase()
  while (/\s/.test(source.charAt(at))) at += 1
  if (source[at] !== '>') return failAt((offset) => `Unclosed end tag at byte offset ${offset}`, begin)
  if (name !== '' && name !== last.name) {
    return failAt(
      (offset) =>
        `Unmatched end tag at byte offset ${offset}, expected "</${last.name}>", found "</${name}>"`,
      begin,
    )
  }
  return at + 1
}

/** Outer entities first, as Telegram lists them. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities
    .map((entity, index) => ({ entity, index }))
    .sort(
      (a, b) => a.entity.offset - b.entity.offset || b.entity.length - a.entity.length || b.index - a.index,
    )
    .map(({ entity }) => entity)
}
