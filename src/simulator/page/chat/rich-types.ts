import type { Location, NamedFile, PhotoSize, TimedFile } from '../../bot-api/types.ts'
import { momentFor, type Reader } from './dates-in-text.ts'

/**
 * The parts of a rich message, as far as they are shown; a type that is not known is shown by its text.
 * https://core.telegram.org/bots/api#richblock, https://core.telegram.org/bots/api#richtext
 */
export type RichText = string | readonly RichText[] | RichNode

export interface RichNode {
  type: string
  text?: RichText
  url?: string
  email_address?: string
  phone_number?: string
  bot_command?: string
  unix_time?: number
  date_time_format?: string
  alternative_text?: string
  expression?: string
}

export interface RichCaption {
  text: RichText
  credit?: RichText
}

export interface RichCell {
  text?: RichText
  is_header?: boolean
  colspan?: number
  rowspan?: number
  align?: string
  valign?: string
}

export interface RichItem {
  label?: string
  blocks: RichBlock[]
  has_checkbox?: boolean
  is_checked?: boolean
  value?: number
}

export interface RichBlock {
  type: string
  text?: RichText
  size?: number
  language?: string
  summary?: RichText
  is_open?: boolean
  credit?: RichText
  blocks?: RichBlock[]
  items?: RichItem[]
  cells?: RichCell[][]
  is_bordered?: boolean
  is_striped?: boolean
  is_compact?: boolean
  caption?: RichCaption | RichText
  photo?: PhotoSize[]
  document?: NamedFile
  video?: TimedFile
  animation?: TimedFile
  audio?: TimedFile
  voice_note?: TimedFile
  location?: Location
  expression?: string
}

/** All words of some blocks in their order; moments as they were sent, or as a reader is shown them. */
export function richWords(blocks: readonly RichBlock[], reader?: Reader): string {
  return blocks
    .map((block) => blockWords(block, reader))
    .filter(Boolean)
    .join(' ')
}

function blockWords(
  { summary, text, cells = [], items = [], blocks = [] }: RichBlock,
  reader?: Reader,
): string {
  const plain = (part: RichText | undefined) => plainText(part, reader)
  const inCells = cells.flat().map((cell) => plain(cell.text))
  const inItems = items.map((item) => richWords(item.blocks, reader))
  const parts = [plain(summary), plain(text), ...inCells, ...inItems, richWords(blocks, reader)]
  return parts.filter(Boolean).join(' ')
}

/** A rich text without its styles; moments as they were sent, or as a reader is shown them. */
export function plainText(text: RichText | undefined, reader?: Reader): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  if (isList(text)) return text.map((part) => plainText(part, reader)).join('')
  const isMoment = reader !== undefined && text.type === 'date_time'
  const moment = isMoment ? momentFor(reader, text.unix_time, text.date_time_format) : null
  return moment ?? plainText(text.text ?? text.alternative_text ?? text.expression, reader)
}

export function isList(text: RichText): text is readonly RichText[] {
  return Array.isArray(text)
}
