import { randomInt } from 'node:crypto'
import type { CallbackQuery, InlineKeyboardButton, Message } from '../bot-api/types.ts'
import type { CallbackAnswer } from '../state/callbacks.ts'
import { asidesOf, chatObject, visibleMessages } from '../state/chats.ts'
import type { Actor } from './context.ts'

export interface TapOptions {
  /** Only the buttons of this message. */
  messageId?: number
  /** The id of the query, when a test wants to choose it. */
  callbackId?: string
  /** Only messages of this topic. */
  topic?: number
}

export interface Tap {
  id: string
  /** What the bot answered; undefined as long as it has not. */
  readonly answered: CallbackAnswer | undefined
  /** Waits for the answer; `timeoutMs` in real milliseconds, default 10,000. */
  answer(timeoutMs?: number): Promise<CallbackAnswer>
}

export interface TapActions {
  /** Taps the newest inline button with this text. @throws Error when there is none or it opens a link. */
  tap(text: string | RegExp, options?: TapOptions): Tap
  /** What the bot shows this person alone in the chat, oldest first. */
  asides(): Message[]
  /** A forged tap: any data on any message, even a deleted one. */
  tapData(messageId: number, data: string, callbackId?: string): Tap
  /** The same on what the bot shows this person alone. */
  tapAside(asideId: number, data: string): Tap
}

export function createTapActions(actor: Actor): TapActions {
  const { world } = actor
  const sendQuery = (message: CallbackQuery['message'], data: string, callbackId?: string): Tap => {
    const id = callbackId ?? `${randomInt(2 ** 31, 2 ** 47)}${randomInt(1000, 9999)}`
    const chatInstance = String(Math.abs(message.chat.id) * 7919)
    const query = { id, from: actor.person, message, chat_instance: chatInstance, data }
    world.callbacks.set(id, { query, createdAt: world.clock.now() })
    world.updates.push('callback_query', query)
    world.changed()
    return {
      id,
      get answered() {
        return world.callbacks.get(id)?.answer
      },
      answer(timeoutMs = 10_000) {
        const what = `an answer to the tap with data ${data}`
        return actor.waitFor(() => world.callbacks.get(id)?.answer, { timeoutMs, what })
      },
    }
  }
  return {
    tap(text, options = {}) {
      const { message, button } = findButton(actor, text, options)
      if (button.callback_data === undefined) {
        throw new Error(`the button “${button.text}” opens something instead of telling the bot`)
      }
      return sendQuery(message, button.callback_data, options.callbackId)
    },
    asides: () => asidesOf(actor.chat(), actor.person.id),
    tapData(messageId, data, callbackId) {
      const stored = actor.chat().messages.get(messageId)
      const gone = { chat: chatObject(actor.chat()), message_id: messageId, date: 0 as const }
      return sendQuery(stored && !stored.deleted ? stored.message : gone, data, callbackId)
    },
    tapAside(asideId, data) {
      const shown = asidesOf(actor.chat(), actor.person.id)
      const message = shown.find(({ ephemeral_message_id: id }) => id === asideId)
      if (!message) throw new Error('that message is not shown to this person any more')
      return sendQuery(message, data)
    },
  }
}

/** Buttons a tap on which does nothing the bot could notice. */
const isInert = (button: InlineKeyboardButton) =>
  button.copy_text !== undefined || button.disabled !== undefined

function findButton(
  actor: Actor,
  text: string | RegExp,
  { messageId, topic }: TapOptions,
): { message: Message; button: InlineKeyboardButton } {
  const matches = (button: InlineKeyboardButton) =>
    !isInert(button) && (typeof text === 'string' ? button.text === text : text.test(button.text))
  const isCandidate = (message: Message) =>
    (messageId === undefined || message.message_id === messageId) &&
    (topic === undefined || message.message_thread_id === topic)
  const chat = actor.chat()
  const shown = visibleMessages(chat).map(({ message }) => message)
  // What only this person sees was mostly asked for last.
  const candidates = [...shown, ...asidesOf(chat, actor.person.id)].filter(isCandidate).reverse()
  for (const message of candidates) {
    const button = message.reply_markup?.inline_keyboard.flat().find(matches)
    if (button) return { message, button }
  }
  const seen = candidates
    .flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
    .map((button) => `[${button.text}]`)
    .join(' ')
  throw new Error(`no button ${String(text)} to tap; there are: ${seen || 'none'}`)
}
