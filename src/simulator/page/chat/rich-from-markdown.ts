import { mediaBlock, type NamedMedia } from './named-media.ts'
import type { RichBlock, RichText } from './rich-types.ts'

/** The blocks of a rich message written in Markdown: headings, lists, quotations, code, rules, pictures and paragraphs. */
export function blocksFromMarkdown(source: string, media: readonly NamedMedia[]): RichBlock[] {
  const blocks: RichBlock[] = []
  const lines = source.split('\n')
  for (let at = 0; at < lines.length; ) {
    const taken = readBlock(lines, at, media)
    if (taken.block) blocks.push(taken.block)
    at = taken.end
  }
  return blocks
}

type Taken = { block: RichBlock | null; end: number }

const QUOTE = /^> ?/
const ITEM = /^(?:[-*+]|(\d+)[.)]) +/
const STARTS = /^(?:#{1,6} |```|> ?|(?:[-*+]|\d+[.)]) +|(?:-{3,}|\*{3,})\s*$|!\[|\s*$)/

function readBlock(lines: readonly string[], at: number, media: readonly NamedMedia[]): Taken {
  const line = lines[at] ?? ''
  const end = at + 1
  if (line.trim() === '') return { block: null, end }
  const fence = /^```(\S*)/.exec(line)
  if (fence) return readFence(lines, end, fence[1] ?? '')
  if (/^(?:-{3,}|\*{3,})\s*$/.test(line)) return { block: { type: 'divider' }, end }
  const heading = /^(#{1,6}) (.*)$/.exec(line)
  if (heading) {
    return { block: { type: 'heading', size: heading[1]?.length ?? 1, text: inline(heading[2] ?? '') }, end }
  }
  const picture = /^!\[[^\]]*\]\(([^)\s]+)\)\s*$/.exec(line)
  if (picture) return { block: mediaBlock(picture[1] ?? '', media), end }
  if (QUOTE.test(line)) {
    const last = endOf(lines, at, (each) => QUOTE.test(each))
    const inner = lines.slice(at, last).map((each) => each.replace(QUOTE, ''))
    return { block: { type: 'blockquote', blocks: blocksFromMarkdown(inner.join('\n'), media) }, end: last }
  }
  if (ITEM.test(line)) return readList(lines, at)
  const last = endOf(lines, end, (each) => !STARTS.test(each))
  return { block: { type: 'paragraph', text: inline(lines.slice(at, last).join('\n')) }, end: last }
}

function readFence(lines: readonly string[], begin: number, language: string): Taken {
  const end = endOf(lines, begin, (each) => !each.startsWith('```'))
  return { block: { type: 'pre', text: lines.slice(begin, end).join('\n'), language }, end: end + 1 }
}

function readList(lines: readonly string[], at: number): Taken {
  const end = endOf(lines, at, (each) => ITEM.test(each))
  const items = lines.slice(at, end).map((line) => {
    const number = ITEM.exec(line)?.[1]
    const text = inline(line.replace(ITEM, ''))
    return { label: number ? `${number}.` : '•', blocks: [{ type: 'paragraph', text }] }
  })
  return { block: { type: 'list', items }, end }
}

function endOf(lines: readonly string[], begin: number, belongs: (line: string) => boolean): number {
  const length = lines.slice(begin).findIndex((line) => !belongs(line))
  return length < 0 ? lines.length : begin + length
}

const INLINE: readonly [type: string, pattern: RegExp][] = [
  ['code', /`([^`\n]+)`/],
  ['url', /\[([^\]]+)\]\(([^)\s]+)\)/],
  ['spoiler', /\|\|(.+?)\|\|/s],
  ['bold', /\*\*(.+?)\*\*/s],
  ['strikethrough', /~~(.+?)~~/s],
  ['marked', /==(.+?)==/s],
  ['italic', /(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])/s],
]

/** Styles within a line; whichever begins first holds. */
function inline(source: string): RichText {
  const found = INLINE.flatMap(([type, pattern]) => {
    const match = pattern.exec(source)
    return match ? [{ type, match }] : []
  }).sort((a, b) => a.match.index - b.match.index)[0]
  if (!found) return source
  const { type, match } = found
  const [whole, text = '', url] = match
  const node = { type, text: type === 'code' ? text : inline(text), ...(url === undefined ? {} : { url }) }
  return [source.slice(0, match.index), node, inline(source.slice(match.index + whole.length))]
}
