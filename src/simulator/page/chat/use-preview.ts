import { untracked } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Message } from '../../bot-api/types.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { playgroundNow } from './playground-now.ts'
import { preview } from './preview.ts'
import { useNow } from './use-now.ts'

/** Words such as "in 5 minutes" are others after it, milliseconds. */
const LONG = 1_000 * 86_400_000

/** A message in a line, kept up with the clock where that changes what it says. */
export function usePreview(message: Message): string {
  const { locale } = useChat()
  const words = chatWords.value
  const at = (now: number) => preview(message, words, { locale, now })
  const isMoving = useMemo(() => {
    const began = untracked(playgroundNow)
    return at(began) !== at(began + LONG)
  }, [message, words, locale])
  return at(useNow(isMoving))
}
