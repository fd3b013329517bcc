import type { FormattedText, TextEntity } from '../../domain/message-content.ts'

/** Telegram counts lengths and offsets in UTF-16 code units, as JavaScript does. */
export const TEXT_MAX = 4096
export const CAPTION_MAX = 1024

export function plainText(text: string): FormattedText {
  return { text, entities: [] }
}

export function boldText(text: string): FormattedText {
  return { text, entities: text === '' ? [] : [{ type: 'bold', offset: 0, length: text.length }] }
}

/** A name that notifies the person behind it, with or without a username. */
export function mention(name: string, telegramId: number): FormattedText {
  const user = { id: telegramId, is_bot: false, first_name: name }
  return { text: name, entities: [{ type: 'text_mention', offset: 0, length: name.length, user }] }
}

/** Puts pieces one after the other; entities move along with their text. */
export function concat(...pieces: readonly FormattedText[]): FormattedText {
  let text = ''
  const entities: TextEntity[] = []
  for (const piece of pieces) {
    for (const entity of piece.entities) entities.push({ ...entity, offset: entity.offset + text.length })
    text += piece.text
  }
  return { text, entities }
}
