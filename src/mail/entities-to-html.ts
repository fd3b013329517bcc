import type { FormattedText, TextEntity } from '../domain/message-content.ts'

/** What has a counterpart in mail; everything else stands as plain words. */
const TAGS: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'code',
}
/** A link of any other kind could make the reader's program do something. */
const SAFE_LINK = /^(https?|mailto|tel):/i

/** Words and their formatting as HTML. Entities may overlap in any way: each stretch between two of their ends gets its own tags. */
export function entitiesToHtml({ text, entities }: FormattedText): string {
  const ends = entities.flatMap(({ offset, length }) => [offset, offset + length])
  const cuts = [...new Set([0, text.length, ...ends])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((one, other) => one - other)
  return cuts
    .slice(0, -1)
    .map((from, index) => stretch(text, entities, from, cuts[index + 1] ?? text.length))
    .join('')
}

/** The same for those who read without HTML: a link shows where it leads. */
export function entitiesToText({ text, entities }: FormattedText): string {
  const links = entities.filter((entity) => linkOf(entity) !== null)
  const from = [...links].sort((one, other) => other.offset - one.offset)
  return from.reduce((words, entity) => {
    const end = entity.offset + entity.length
    return `${words.slice(0, end)} (${linkOf(entity)})${words.slice(end)}`
  }, text)
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function stretch(text: string, entities: readonly TextEntity[], from: number, to: number): string {
  const covering = entities.filter(({ offset, length }) => offset <= from && offset + length >= to)
  const words = escapeHtml(text.slice(from, to)).replaceAll('\n', '<br>\n')
  return covering.reduce((inner, entity) => {
    const link = linkOf(entity)
    if (link !== null) return `<a href="${escapeHtml(link)}">${inner}</a>`
    const tag = TAGS[entity.type]
    return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`
  }, words)
}

function linkOf({ type, url }: TextEntity): string | null {
  return type === 'text_link' && typeof url === 'string' && SAFE_LINK.test(url) ? url : null
}
