import type { InputRichBlock, RichText } from 'grammy/types'
import type { Attachment } from '../../domain/ticket-message.ts'
import type { Moment, Texts } from '../../texts/texts.ts'
import type { CardFacts, CardLine } from './card-facts.ts'

/**
 * A card as blocks of one rich message, its files among them: one action of the group's twenty. Blocks rather than HTML: a server that
 * is too old for files in a rich message does not know blocks either, so it refuses instead of leaving the files out.
 * https://core.telegram.org/bots/api#inputrichmessage
 */
export function richCard(
  t: Texts,
  facts: CardFacts,
  attachments: readonly Attachment[],
): Record<string, unknown> {
  const { number, status } = facts
  const blocks: InputRichBlock[] = [
    { type: 'heading', text: t.plain('card-heading', { number, status }), size: 3 },
    { type: 'paragraph', text: facts.topic },
    { type: 'table', cells: facts.lines.map(row), is_compact: true },
    ...facts.remarks.map((text) => ({ type: 'paragraph', text }) as const),
    { type: 'paragraph', text: { type: 'bold', text: t.plain('card-description-title') } },
    { type: 'paragraph', text: facts.description },
    ...photoBlocks(attachments.filter(({ kind }) => kind === 'photo')),
    ...attachments.filter(({ kind }) => kind === 'document').map(documentBlock),
  ]
  return { rich_message: { blocks } }
}

/** A sentence in place of a card. */
export function richLine(text: string): Record<string, unknown> {
  return { rich_message: { blocks: [{ type: 'paragraph', text }] } }
}

function row({ label, value, isCode }: CardLine) {
  const cell = (text: RichText) => ({ text, align: 'left', valign: 'top' }) as const
  return [cell(label), cell(richValue(value, isCode === true))]
}

function richValue(value: CardLine['value'], isCode: boolean): RichText {
  if (typeof value === 'string') return isCode ? { type: 'code', text: value } : value
  return value.map((piece) => (typeof piece === 'string' ? piece : dateTime(piece)))
}

/** https://core.telegram.org/bots/api#richtextdatetime */
function dateTime({ unixSeconds, words, isRelative = false }: Moment): RichText {
  return {
    type: 'date_time',
    text: words,
    unix_time: unixSeconds,
    date_time_format: isRelative ? 'r' : 'Dt',
  }
}

/** Side by side, unless one has a caption: that stands below its photo. */
function photoBlocks(photos: readonly Attachment[]): InputRichBlock[] {
  const blocks = photos.map(
    (photo) =>
      ({ type: 'photo', photo: { type: 'photo', media: photo.fileId }, ...captionOf(photo) }) as const,
  )
  const together = blocks.length > 1 && photos.every(({ caption }) => caption === null)
  return together ? [{ type: 'collage', blocks }] : blocks
}

function documentBlock(file: Attachment): InputRichBlock {
  return { type: 'document', document: { type: 'document', media: file.fileId }, ...captionOf(file) }
}

function captionOf({ caption }: Attachment): { caption?: { text: string } } {
  return caption === null ? {} : { caption: { text: caption } }
}
