import type { Clock, Transport } from '../delivery/ports.ts'
import type { TapAnswer } from './context.ts'

/** A tap whose update waits longer than this gets a blank answer, so that the button stops spinning. Milliseconds. */
const BLANK_AFTER_MS = 1000
/** Taps remembered, so that one delivered twice is answered once. */
const REMEMBERED = 1_000

export interface TapAnswers {
  /** A tap was stored: from now on it waits for its answer. */
  arrived(callbackQueryId: string): void
  /** Answers with words, or blank for null. Best effort: an answer carries no state. */
  answer(callbackQueryId: string, answer: TapAnswer | null): void
  stop(): void
}

export function createTapAnswers(transport: Transport, clock: Clock): TapAnswers {
  const waiting = new Map<string, () => void>()
  const seen = new Set<string>()
  const send = (id: string, answer: TapAnswer | null) => {
    const words = answer === null ? {} : { text: answer.text, show_alert: answer.alert }
    void transport.call('answerCallbackQuery', { callback_query_id: id, ...words })
  }
  const remember = (id: string) => {
    seen.add(id)
    for (const oldest of seen) if (seen.size > REMEMBERED) seen.delete(oldest)
  }
  return {
    arrived(id) {
      if (seen.has(id)) return
      remember(id)
      const cancel = clock.setTimer(BLANK_AFTER_MS, () => {
        waiting.delete(id)
        send(id, null)
      })
      waiting.set(id, cancel)
    },
    answer(id, answer) {
      const cancel = waiting.get(id)
      waiting.delete(id)
      cancel?.()
      // Worked before it was told of, or by a process that is new: the button still spins.
      const isFirstOfIt = !seen.has(id)
      remember(id)
      // Without a timer the blank answer has gone already: words are still worth a try.
      if (cancel !== undefined || answer !== null || isFirstOfIt) send(id, answer)
    },
    stop() {
      for (const cancel of waiting.values()) cancel()
      waiting.clear()
    },
  }
}
