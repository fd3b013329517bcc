import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Texts } from '../../texts/texts.ts'
import { packTap, type TapData } from '../callback-data/callback-data.ts'

/** A button of ours: always words, at most 64 bytes of data. */
export function tapButton(text: string, data: TapData): InlineKeyboardButton {
  return { text, callback_data: packTap(data) }
}

/** A message that shows something and can be gone on from. */
export interface Screen {
  readonly html: string
  readonly markup: ReturnType<typeof keyboard>
}

/** The row that leads back to the main menu. */
export function homeButton(t: Texts): InlineKeyboardButton[] {
  return [tapButton(t.plain('button-home'), { kind: 'menu', item: 'home' })]
}

export function keyboard(...rows: readonly (readonly InlineKeyboardButton[])[]): {
  reply_markup: InlineKeyboardMarkup
} {
  return { reply_markup: { inline_keyboard: rows.filter((row) => row.length > 0).map((row) => [...row]) } }
}

/** Two buttons a row. */
export function pairs(buttons: readonly InlineKeyboardButton[]): readonly InlineKeyboardButton[][] {
  const paired: InlineKeyboardButton[][] = []
  for (const [index, button] of buttons.entries()) {
    if (index % 2 === 0) paired.push([button])
    else paired.at(-1)?.push(button)
  }
  return paired
}

/** Takes the buttons off a message. */
export const NO_KEYBOARD = { reply_markup: { inline_keyboard: [] } } as const

/** HTML text, without a card for links in it. */
export function htmlText(text: string): { text: string; parse_mode: 'HTML'; link_preview_options: object } {
  return { text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } }
}

/** HTML text with the picture of a web address above it, in one message that can be edited into any other. */
export function htmlUnderPicture(
  text: string,
  url: string,
): { text: string; parse_mode: 'HTML'; link_preview_options: object } {
  const preview = { url, prefer_large_media: true, show_above_text: true }
  return { text, parse_mode: 'HTML', link_preview_options: preview }
}
