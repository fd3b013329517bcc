import type { MessageEntity } from '../../bot-api/types.ts'
import { formatDateTime } from './format-date-time.ts'
import { type Piece, splitByEntities } from './split-by-entities.ts'

/** Who reads, and when. */
export interface Reader {
  /** As Intl takes it. */
  locale: string
  /** Milliseconds. */
  now: number
}

/** A text with its moments as the reader is shown them, and without any other entity. */
export function textFor(reader: Reader, text: string, entities: readonly MessageEntity[] = []): string {
  return wordsOf(splitByEntities(text, entities), reader)
}

function wordsOf(pieces: readonly Piece[], reader: Reader): string {
  const words = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    const { type, unix_time, date_time_format } = piece.entity
    const moment = type === 'date_time' ? momentFor(reader, unix_time, date_time_format) : null
    return moment ?? wordsOf(piece.pieces, reader)
  })
  return words.join('')
}

/** @returns null where the text is to be shown as it is */
export function momentFor({ locale, now }: Reader, unixTime = 0, format = ''): string | null {
  return formatDateTime(unixTime, format, now, locale)
}
