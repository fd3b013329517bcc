import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageEntity } from '../bot-api/types.ts'

export interface OpenTag {
  name: string
  /** Where its text starts, UTF-16 code units. */
  offset: number
  attributes: Record<string, string>
}

const SIMPLE: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
}

/** Adds what a closed tag means to `entities`; an empty tag means nothing. */
export function entitiesOfTag(tag: OpenTag, text: string, entities: MessageEntity[]): void {
  const place = { offset: tag.offset, length: text.length - tag.offset }
  if (place.length === 0) return
  const simple = SIMPLE[tag.name]
  if (simple) entities.push({ type: simple, ...place })
  else if (tag.name === 'a') addLink(tag, text.slice(tag.offset), place, entities)
  else if (tag.name === 'pre' || tag.name === 'code') addCode(tag, place, entities)
  else if (tag.name === 'blockquote') {
    const type = 'expandable' in tag.attributes ? 'expandable_blockquote' : 'blockquote'
    entities.push({ type, ...place })
  } else if (tag.name === 'tg-emoji') {
    const id = tag.attributes['emoji-id'] ?? ''
    if (!/^[1-9]\d*$/.test(id)) {
      throw badRequest("can't parse entities: Invalid custom emoji identifier specified")
    }
    entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: id })
  } else if (tag.name === 'tg-time') {
    const time = Number.parseInt(tag.attributes.unix ?? '', 10)
    const date_time_format = tag.attributes.format || undefined
    if (time > 0) entities.push({ type: 'date_time', ...place, unix_time: time, date_time_format })
  }
}

type Place = { offset: number; length: number }

function addLink(tag: OpenTag, text: string, place: Place, entities: MessageEntity[]): void {
  const url = tag.attributes.href || text
  const mentioned = /^tg:(?:\/\/)?user\?id=(\d+)$/.exec(url)?.[1]
  if (mentioned) {
    const user = { id: Number(mentioned), is_bot: false, first_name: text }
    entities.push({ type: 'text_mention', ...place, user })
    return
  }
  const checked = checkLink(url)
  if (checked) entities.push({ type: 'text_link', ...place, url: checked })
}

/** A link that is no URL is dropped, its text stays. */
function checkLink(url: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`
  if (!/^(https?|tg|ton|ftp|mailto|tel):/i.test(full) || /\s/.test(full)) return undefined
  if (!/^https?:/i.test(full)) return full
  return URL.canParse(full) && new URL(full).hostname.includes('.') ? new URL(full).href : undefined
}

/** `<pre><code class="language-x">` is one `pre` with a language. */
function addCode(tag: OpenTag, place: Place, entities: MessageEntity[]): void {
  const last = entities.at(-1)
  const same = last && last.offset === place.offset && last.length === place.length ? last : undefined
  const className = tag.attributes.class ?? ''
  const language = tag.name === 'code' && className.startsWith('language-') ? className.slice(9) : ''
  if (tag.name === 'pre' && same?.type === 'code' && same.language) {
    same.type = 'pre'
  } else if (tag.name === 'code' && same?.type === 'pre' && language) {
    same.language = language
  } else {
    entities.push({ type: tag.name, ...place, ...(language ? { language } : {}) })
  }
}
