import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { MessageView } from '../../playground/protocol.ts'
import type { ChatScope } from './chat-scope.ts'

/** The message of another chat that a link leads to. */
export const askedFor = signal<{ chatId: number; messageId: number } | null>(null)

/** Goes to what was asked for, once its chat is open. A link to a topic asks for the message that opened it, and means the topic. */
export function useAskedFor({ chatId, wanted }: ChatScope, shown: readonly MessageView[]): void {
  const asked = askedFor.value
  useEffect(() => {
    if (asked?.chatId !== chatId) return
    const found = shown.find(({ message }) => message.message_id === asked.messageId)
    if (!found) return
    askedFor.value = null
    if (!found.message.forum_topic_created) wanted.value = asked.messageId
  }, [asked, chatId, shown, wanted])
}
