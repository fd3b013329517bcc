import { badRequest } from '../bot-api/bot-api-error.ts'
import type { InlineKeyboardButton, KeyboardButton, ReplyMarkup } from '../bot-api/types.ts'
import type { Call } from './call.ts'

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'disabled',
  'pay',
]

const STYLES = new Set(['danger', 'success', 'primary', 'default', ''])

/** The server refuses more buttons in one keyboard. */
const MAX_BUTTONS = 100

/**
 * The keyboard of a call, checked.
 * @returns undefined for none, and for an inline keyboard without buttons: that removes it.
 * @throws BotApiError in the server's words
 */
export function readReplyMarkup(call: Call, only?: 'inline'): ReplyMarkup | undefined {
  const markup = call.params.json<ReplyMarkup>('reply_markup')
  if (!markup) return undefined
  if (markup.inline_keyboard !== undefined) return readInline(markup.inline_keyboard)
  if (only === 'inline') throw badRequest('inline keyboard expected')
  if (markup.keyboard !== undefined) return readKeyboard(markup)
  return markup.remove_keyboard || markup.force_reply ? markup : undefined
}

function readInline(rows: unknown): ReplyMarkup | undefined {
  if (!isRows<InlineKeyboardButton>(rows)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
  }
  const kept = rows.filter((row) => row.length > 0)
  const count = kept.reduce((sum, row) => sum + row.length, 0)
  if (count > MAX_BUTTONS) throw badRequest('reply markup is too long')
  for (const button of kept.flat()) checkInlineButton(button)
  return count === 0 ? undefined : { inline_keyboard: kept }
}

function checkInlineButton(button: InlineKeyboardButton): void {
  const fail = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`)
  if (typeof button !== 'object' || button === null) throw fail('InlineKeyboardButton must be an Object')
  if (typeof button.text !== 'string') throw fail('can\'t find field "text"')
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  if (!STYLES.has(button.style ?? '')) throw fail('invalid button style specified')
  const actions = ACTIONS.filter((action) => button[action] !== undefined)
  if (actions.length === 0) throw fail('Text buttons are unallowed in the inline keyboard')
  if (actions.length > 1) throw fail('exactly one action must be specified')
  const { callback_data: data, url, copy_text: copied } = button
  if (data !== undefined) checkCallbackData(data)
  if (url !== undefined && !isButtonUrl(url)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
  }
  if (copied !== undefined && !isBetween(copied.text, 1, 256)) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}

function checkCallbackData(data: unknown): void {
  if (typeof data !== 'string') throw badRequest('field "callback_data" must be of type String')
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
}

function isButtonUrl(url: string): boolean {
  if (/^tg:\/\//i.test(url)) return true
  const full = /^https?:\/\//i.test(url) ? url : `http://${url}`
  return URL.canParse(full) && new URL(full).hostname.includes('.')
}

function isBetween(text: unknown, min: number, max: number): boolean {
  return typeof text === 'string' && text.length >= min && text.length <= max
}

function readKeyboard(markup: ReplyMarkup): ReplyMarkup | undefined {
  if (!isRows<KeyboardButton | string>(markup.keyboard)) {
    throw badRequest('field "keyboard" must be an Array of Arrays')
  }
  const buttons = markup.keyboard.flat()
  if (buttons.length > 300) throw badRequest('reply markup is too long')
  for (const button of buttons) {
    const text = typeof button === 'string' ? button : button?.text
    if (typeof text !== 'string') throw badRequest('can\'t parse keyboard button: can\'t find field "text"')
    if (text.trim() === '') throw badRequest('keyboard button text must be non-empty')
  }
  return buttons.length === 0 ? undefined : markup
}

function isRows<T>(value: unknown): value is T[][] {
  return Array.isArray(value) && value.every((row) => Array.isArray(row))
}
