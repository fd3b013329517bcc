import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { OutgoingCall } from '../delivery/outgoing-call.ts'
import { groupLane } from './lane-of.ts'
import { toPerson, toStaffGroup } from './outgoing.ts'
import { type AgentWord, packReport } from './report-data.ts'
import { htmlText } from './views/keyboard.ts'

/** The bytes Telegram takes as a button's data. https://core.telegram.org/bots/api#inlinekeyboardbutton */
const BYTES_MAX = 64
const MARK = 'g'

/** What an agent is to read, wherever it gets through. */
export type Word = Omit<AgentWord, 'kind'>

/** In the group for the agent's eyes alone. It is worth an action of the group's only while there is room: else it goes to their private chat. */
export function wordAside(id: string, word: Word, tapId: string | null): OutgoingCall {
  const { chatId, topicId } = word.asked
  const receiver = { receiver_user_id: word.agent.telegramId }
  const ephemeral_message_parameters = tapId === null ? receiver : { ...receiver, callback_query_id: tapId }
  return toStaffGroup(chatId, topicId, {
    id,
    method: 'sendMessage',
    payload: { ...htmlText(word.html), ...word.markup, ephemeral_message_parameters },
    // A second copy would be seen; what got lost is said in private instead.
    policy: 'at-most-once',
    roomPercent: ROOM_PERCENT,
    report: { lane: groupLane(chatId), when: 'always', data: packReport({ ...word, kind: 'agent-aside' }) },
  })
}

const ROOM_PERCENT = 70

/** In the agent's private chat, which costs the group nothing. */
export function wordInPrivate(id: string, word: Word): OutgoingCall {
  const { chatId } = word.asked
  return toPerson(word.agent.telegramId, {
    id,
    method: 'sendMessage',
    payload: { ...htmlText(word.html), ...markupForPrivate(word.markup, chatId) },
    // What gets lost is said in the group instead of being waited for.
    policy: 'at-most-once',
    report: { lane: groupLane(chatId), when: 'failure', data: packReport({ ...word, kind: 'agent-word' }) },
  })
}

/**
 * The same buttons in a private chat, where their data has to name the group they act in.
 * @throws when a button's data is over 50 bytes: it would not fit any more
 */
export function markupForPrivate(
  { reply_markup: markup }: AgentWord['markup'],
  chatId: number,
): { reply_markup?: InlineKeyboardMarkup } {
  if (markup === undefined) return {}
  const rows = markup.inline_keyboard.map((row) => row.map((button) => naming(button, chatId)))
  return { reply_markup: { inline_keyboard: rows } }
}

function naming(button: InlineKeyboardButton, chatId: number): InlineKeyboardButton {
  if (!('callback_data' in button)) return button
  const data = [MARK, (-chatId).toString(36), button.callback_data].join(':')
  if (Buffer.byteLength(data) > BYTES_MAX)
    throw new Error(`Data of an answer's button over ${BYTES_MAX} bytes in a private chat`)
  return { ...button, callback_data: data }
}

/** What such a button says, and in which group; null for any other. */
export function readNaming(data: string): { readonly chatId: number; readonly data: string } | null {
  const [, digits, rest] = /^g:([0-9a-z]{1,11}):(.+)$/s.exec(data) ?? []
  if (digits === undefined || rest === undefined) return null
  const chatId = -Number.parseInt(digits, 36)
  return Number.isSafeInteger(chatId) && chatId < 0 ? { chatId, data: rest } : null
}
