import type { CallbackQuery } from '../../bot-api/types.ts'
import { CALLBACK_LIFETIME_MS, type StoredCallback } from '../../state/callbacks.ts'
import type { World } from '../../state/world.ts'
import type { ChatActionView, TapView } from '../protocol.ts'
import { placeKey } from './message-views.ts'

/** https://core.telegram.org/bots/api#sendchataction: five seconds, or until the bot writes. */
const CHAT_ACTION_MS = 5_000
/** How long the answer to a tap is told. Real milliseconds. */
const ANSWER_SHOWN_MS = 10_000

/** @param lastWords when the bot last wrote in a place */
export function viewChatActions(
  { chatActions, clock }: World,
  lastWords: ReadonlyMap<string, number>,
): ChatActionView[] {
  const now = clock.now()
  const latest = new Map<string, ChatActionView>()
  for (let index = chatActions.length - 1; index >= 0; index -= 1) {
    const done = chatActions[index]
    if (!done || done.at + CHAT_ACTION_MS <= now) break
    const { at, chatId, threadId, action } = done
    const key = placeKey(chatId, threadId)
    if (latest.has(key) || (lastWords.get(key) ?? 0) >= at) continue
    latest.set(key, { chatId, threadId: threadId ?? null, action, until: at + CHAT_ACTION_MS })
  }
  return [...latest.values()]
}

/** When the first of those seen now ends, milliseconds of the clock; undefined when none is seen. */
export function chatActionsEndAt({ chatActions, clock }: World): number | undefined {
  let end: number | undefined
  for (let index = chatActions.length - 1; index >= 0; index -= 1) {
    const next = (chatActions[index]?.at ?? 0) + CHAT_ACTION_MS
    if (next <= clock.now()) break
    end = next
  }
  return end
}

export interface TapViews {
  look(): TapView[]
  /** When the oldest shown answer is no longer told; undefined when none is shown. Milliseconds of `realNow`. */
  answersEndAt(): number | undefined
  /** When the oldest tap that waits is given up. Milliseconds of the world's clock. */
  waitsEndAt(): number | undefined
}

/** @param realNow real milliseconds, from anywhere */
export function createTapViews(world: World, realNow: () => number): TapViews {
  const answeredAt = new Map<string, number>()
  // What was answered before anybody looked is old.
  for (const [id, { answer }] of world.callbacks) if (answer) answeredAt.set(id, Number.NEGATIVE_INFINITY)
  let oldestAnswer: number | undefined
  let oldestWaiting: number | undefined

  const isShown = (id: string, { answer, createdAt }: StoredCallback) => {
    if (!answer) {
      const isOpen = world.clock.now() - createdAt <= CALLBACK_LIFETIME_MS
      if (isOpen) oldestWaiting ??= createdAt
      return isOpen
    }
    const seenAt = answeredAt.get(id) ?? realNow()
    answeredAt.set(id, seenAt)
    const isFresh = realNow() - seenAt < ANSWER_SHOWN_MS
    if (isFresh) oldestAnswer = Math.min(oldestAnswer ?? seenAt, seenAt)
    return isFresh
  }
  return {
    look() {
      oldestAnswer = undefined
      oldestWaiting = undefined
      return [...world.callbacks].filter(([id, stored]) => isShown(id, stored)).map(viewTap)
    },
    answersEndAt: () => (oldestAnswer === undefined ? undefined : oldestAnswer + ANSWER_SHOWN_MS),
    waitsEndAt: () => (oldestWaiting === undefined ? undefined : oldestWaiting + CALLBACK_LIFETIME_MS + 1),
  }
}

function viewTap([id, { query, answer }]: readonly [string, StoredCallback]): TapView {
  const shown = answer && { text: answer.text ?? '', isAlert: answer.showAlert, url: answer.url ?? null }
  const { from, message, data } = query
  return {
    id,
    userId: from.id,
    chatId: message.chat.id,
    key: messageKey(message),
    data,
    answer: shown ?? null,
  }
}

function messageKey(message: CallbackQuery['message']): string {
  const aside = 'ephemeral_message_id' in message ? message.ephemeral_message_id : undefined
  return aside === undefined ? String(message.message_id) : `aside:${aside}`
}
