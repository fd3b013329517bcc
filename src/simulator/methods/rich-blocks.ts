import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageContent } from '../bot-api/types.ts'
import type { Call } from './call.ts'
import { type InputMedia, readInputMedia } from './input-media.ts'

/** https://core.telegram.org/bots/api#rich-message-limits */
const MAX_LENGTH = 32_768
const MAX_MEDIA = 50
const MAX_BLOCKS = 500
const MAX_DEPTH = 16
const MAX_COLUMNS = 20

type Block = Record<string, unknown>

/** What each kind of block must have; those that are not named here are not modelled. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['text'],
  heading: ['text', 'size'],
  footer: ['text'],
  pre: ['text'],
  divider: [],
  blockquote: ['blocks'],
  expandable_blockquote: ['text'],
  pullquote: ['text'],
  details: ['summary', 'blocks'],
  collage: ['blocks'],
  slideshow: ['blocks'],
  table: ['cells'],
  photo: ['photo'],
  document: ['document'],
}

const MEDIA = ['photo', 'document'] as const

interface Counts {
  blocks: number
  media: number
  length: number
}

/**
 * Checks the blocks of a rich message; the media in them become files.
 * @throws BotApiError for unknown or incomplete blocks, or too much of anything.
 */
export function readBlocks(call: Call, blocks: readonly unknown[]): Block[] {
  const counts: Counts = { blocks: 0, media: 0, length: 0 }
  if (blocks.length === 0) throw badRequest('rich message must be non-empty')
  const read = blocks.map((block) => readBlock(call, block, counts, 1))
  if (counts.blocks > MAX_BLOCKS) throw badRequest('too many blocks in the rich message')
  if (counts.media > MAX_MEDIA) throw badRequest('too many media in the rich message')
  if (counts.length > MAX_LENGTH) throw badRequest('rich message is too long')
  return read
}

function readBlock(call: Call, given: unknown, counts: Counts, depth: number): Block {
  if (!isRecord(given) || typeof given.type !== 'string') throw badRequest("can't parse InputRichBlock")
  const required = REQUIRED[given.type]
  if (required === undefined)
    throw badRequest(`can't parse InputRichBlock: type "${given.type}" is not modelled`)
  for (const field of required) {
    if (given[field] === undefined)
      throw badRequest(`can't parse InputRichBlock: can't find field "${field}"`)
  }
  if (depth > MAX_DEPTH) throw badRequest('rich message is nested too deeply')
  counts.blocks += 1
  for (const field of ['text', 'summary', 'caption']) counts.length += lengthOf(given[field])
  const block = { ...given, ...readMediaOf(call, given, counts) }
  if (given.type === 'table') checkTable(given.cells, counts)
  if (!Array.isArray(given.blocks)) return block
  return { ...block, blocks: given.blocks.map((inner: unknown) => readBlock(call, inner, counts, depth + 1)) }
}

/** A sent photo comes back as its sizes, a document as what it is. */
function readMediaOf(call: Call, block: Block, counts: Counts): MessageContent {
  const kind = MEDIA.find((each) => each === block.type)
  if (kind === undefined) return {}
  const media = block[kind] as InputMedia
  if (!isRecord(media) || media.type !== kind)
    throw badRequest(`can't parse InputRichBlock: wrong field "${kind}"`)
  counts.media += 1
  const { caption: _, ...content } = readInputMedia(call, media)
  return content
}

function checkTable(cells: unknown, counts: Counts): void {
  if (!Array.isArray(cells)) throw badRequest('expected an Array in "cells"')
  for (const row of cells) {
    if (!Array.isArray(row) || row.length > MAX_COLUMNS) throw badRequest('too many columns in the table')
    counts.blocks += 1
    for (const cell of row) {
      if (!isRecord(cell) || cell.align === undefined || cell.valign === undefined)
        throw badRequest("can't parse RichBlockTableCell")
      counts.length += lengthOf(cell.text)
    }
  }
}

/** Characters of a rich text, whatever it is made of. */
function lengthOf(text: unknown): number {
  if (typeof text === 'string') return [...text].length
  if (Array.isArray(text)) return text.reduce((sum: number, part) => sum + lengthOf(part), 0)
  return isRecord(text) ? lengthOf(text.text) : 0
}

function isRecord(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
