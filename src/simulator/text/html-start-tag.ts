import { decodeCharacterReference } from './decode-character-reference.ts'
import type { FailAt } from './html.ts'
import type { OpenTag } from './html-entity.ts'

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)

/** Reads `<tag attribute="value">` that begins at `begin`; `offset` is where its text will start. */
export function readStartTag(
  source: string,
  begin: number,
  offset: number,
  failAt: FailAt,
): { tag: OpenTag; end: number } {
  let at = begin + 1
  while (at < source.length && !/[\s>]/.test(source.charAt(at))) at += 1
  if (at >= source.length) {
    return failAt((byte) => `Unclosed start tag at byte offset ${byte}`, begin)
  }
  const name = source.slice(begin + 1, at).toLowerCase()
  if (!TAGS.has(name)) {
    return failAt((byte) => `Unsupported start tag "${name}" at byte offset ${byte}`, begin)
  }
  const tag: OpenTag = { name, offset, attributes: {} }
  for (;;) {
    while (/\s/.test(source.charAt(at))) at += 1
    if (source[at] === '>') break
    at = readAttribute(source, at, tag, begin, failAt)
  }
  if (name === 'span' && tag.attributes.class !== 'tg-spoiler') {
    return failAt((byte) => `Tag "span" must have class "tg-spoiler" at byte offset ${byte}`, begin)
  }
  return { tag, end: at + 1 }
}

function readAttribute(source: string, start: number, tag: OpenTag, begin: number, failAt: FailAt): number {
  let at = start
  while (at < source.length && !/[\s=>/"']/.test(source.charAt(at))) at += 1
  const attribute = source.slice(start, at)
  if (attribute === '') {
    return failAt((byte) => `Empty attribute name in the tag "${tag.name}" at byte offset ${byte}`, begin)
  }
  while (/\s/.test(source.charAt(at))) at += 1
  const unclosed = () => failAt((byte) => `Unclosed start tag "${tag.name}" at byte offset ${byte}`, begin)
  if (at >= source.length) return unclosed()
  if (source[at] !== '=') {
    tag.attributes[attribute] = ''
    return at
  }
  at += 1
  while (/\s/.test(source.charAt(at))) at += 1
  if (at >= source.length) return unclosed()
  const quote = source[at]
  const value =
    quote === '"' || quote === "'" ? readQuoted(source, at + 1, quote) : readToken(source, at, failAt)
  tag.attributes[attribute] = value.text
  if (value.end >= source.length) {
    return failAt((byte) => `Unclosed start tag at byte offset ${byte}`, begin)
  }
  return value.end
}

function readToken(source: string, start: number, failAt: FailAt): { text: string; end: number } {
  let end = start
  while (/[a-zA-Z0-9.-]/.test(source.charAt(end))) end += 1
  if (!/[\s>]/.test(source.charAt(end)) && end < source.length) {
    return failAt((byte) => `Unexpected end of name token at byte offset ${byte}`, start)
  }
  return { text: source.slice(start, end).toLowerCase(), end }
}

function readQuoted(source: string, start: number, quote: string): { text: string; end: number } {
  let text = ''
  let at = start
  while (at < source.length && source[at] !== quote) {
    const reference = source[at] === '&' ? decodeCharacterReference(source, at) : undefined
    text += reference?.text ?? source.charAt(at)
    at = reference?.end ?? at + 1
  }
  return { text, end: at < source.length ? at + 1 : at }
}
