import type { FoundRange } from '../../domain/search/search-query.ts'
import { escapeHtml } from '../../texts/texts.ts'

/** Around what was found, in UTF-16 code units. */
const BEFORE = 40
const LENGTH = 120

/** The piece of a text that holds most of what was found, as HTML, with that in bold. */
export function foundExcerpt(text: string, found: readonly FoundRange[]): string {
  const starts = found.map(({ start }) => atWord(text, wholeSign(text, Math.max(0, start - BEFORE))))
  const from = starts.reduce(
    (best, start) => (inWindow(found, start) > inWindow(found, best) ? start : best),
    starts[0] ?? 0,
  )
  const to = wholeSign(text, Math.min(text.length, from + LENGTH))
  let html = from > 0 ? '…' : ''
  let at = from
  for (const { start, end } of found.filter((one) => one.start >= from && one.end <= to)) {
    html += `${shown(text.slice(at, start))}<b>${shown(text.slice(start, end))}</b>`
    at = end
  }
  return `${html}${shown(text.slice(at, to))}${to < text.length ? '…' : ''}`
}

function inWindow(found: readonly FoundRange[], from: number): number {
  return found.filter(({ start, end }) => start >= from && end <= from + LENGTH).length
}

/** Begins with a word, where one begins soon. */
function atWord(text: string, from: number): number {
  if (from === 0) return 0
  const space = text.slice(from, from + BEFORE).search(/\s/)
  return space === -1 ? from : from + space + 1
}

/** Not in the middle of a sign that takes two units. */
function wholeSign(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at - 1 : at
}

/** On one line. */
function shown(text: string): string {
  return escapeHtml(text.replaceAll(/\s+/g, ' '))
}
