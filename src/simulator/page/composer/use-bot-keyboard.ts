import { useSignal } from '@preact/signals'
import type { ReplyMarkup } from '../../bot-api/types.ts'

export interface BotKeyboard {
  /** Null: there is none. */
  keyboard: ReplyMarkup | null
  isHidden: boolean
  setHidden(isHidden: boolean): void
  /** One that is meant for one use is put away after it, and can be fetched back. */
  onUsed(): void
}

/** The keyboard of the bot, which a person may put away; another one comes up again. */
export function useBotKeyboard(given: ReplyMarkup | null): BotKeyboard {
  const hidden = useSignal<string | null>(null)
  const keyboard = given?.keyboard ? given : null
  const name = JSON.stringify(keyboard)
  const setHidden = (isHidden: boolean) => {
    hidden.value = isHidden ? name : null
  }
  return {
    keyboard,
    isHidden: hidden.value === name,
    setHidden,
    onUsed: () => {
      if (keyboard?.one_time_keyboard) setHidden(true)
    },
  }
}
