import type { KeyboardButton, Message } from '../bot-api/types.ts'
import { type PrivateChat, visibleMessages } from '../state/chats.ts'
import type { SendActions, SendOptions } from './send-actions.ts'

/** The keys of the reply keyboard in force: of the newest one, unless a later message removed it. */
export function keysShown(chat: PrivateChat): KeyboardButton[] {
  const markup = visibleMessages(chat).findLast(({ otherMarkup }) => otherMarkup !== undefined)?.otherMarkup
  return (markup?.keyboard ?? []).flat().map((key) => (typeof key === 'string' ? { text: key } : key))
}

/** https://core.telegram.org/bots/api#keyboardbutton, what opens something of the client's own. */
const DIALOGS = ['request_users', 'request_chat', 'request_poll', 'web_app']

/** Whether it opens a dialog, none of which is modelled. */
export function opensDialog(key: KeyboardButton): boolean {
  return DIALOGS.some((field) => key[field] !== undefined)
}

/** Sends the key's text or what it asks for. @throws Error when it opens a dialog or is not there */
export function pressKey(
  actions: SendActions,
  chat: PrivateChat,
  text: string | RegExp,
  options: SendOptions = {},
): Message {
  const keys = keysShown(chat)
  const key = keys.find((each) => (typeof text === 'string' ? each.text === text : text.test(each.text)))
  if (!key) {
    const there = keys.map((each) => each.text).join(', ') || 'none'
    throw new Error(`no key ${String(text)}; there are: ${there}`)
  }
  if (opensDialog(key)) throw new Error(`the key “${key.text}” opens a dialog that is not modelled`)
  if (key.request_contact) return actions.sendContact({ isOwn: true, ...options })
  if (key.request_location) return actions.sendLocation(options)
  return actions.sendText(key.text, options)
}
