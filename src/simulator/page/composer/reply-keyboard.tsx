import type { KeyboardButton, ReplyMarkup } from '../../bot-api/types.ts'
import type { Place } from '../../playground/act-protocol.ts'
import { act } from '../store/act.ts'
import { words } from '../words/words.ts'

export interface ReplyKeyboardProps {
  keyboard: ReplyMarkup
  /** A private chat. */
  place: Place
  onUsed(): void
}

/** The keys the bot has put in place of a person's own. */
export function ReplyKeyboard({ keyboard, place, onUsed }: ReplyKeyboardProps) {
  const press = async (text: string) => {
    const { chatId: personId, ...topic } = place
    const { isOk } = await act({ do: 'press-key', personId, text, ...topic })
    if (isOk) onUsed()
  }
  return (
    <fieldset class="reply-keyboard" aria-label={words.value.composer.keyboard}>
      {(keyboard.keyboard ?? []).map((row, index) => (
        <div key={index} class="key-row">
          {row.map((key) => {
            const { text, style }: KeyboardButton & { style?: unknown } =
              typeof key === 'string' ? { text: key } : key
            return (
              <button key={text} type="button" data-style={style} onClick={() => void press(text)}>
                {text}
              </button>
            )
          })}
        </div>
      ))}
    </fieldset>
  )
}
