import type { ChatScope } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'

/** Puts a text on the clipboard and says whether it is there. */
export async function copyText(text: string, { say }: Pick<ChatScope, 'say'>): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(chatWords.value.copied)
  } catch {
    say(chatWords.value.notCopied)
  }
}
