import { useComputed } from '@preact/signals'
import type { Message } from '../../bot-api/types.ts'
import { messagesOf } from '../store/world.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { senderColor, senderOf } from './sender.ts'
import { usePreview } from './use-preview.ts'

interface Props {
  replied: Message
  quote?: string | undefined
}

/** What a message answers, as it stands now. A click leads to it. */
export function ReplyQuote({ replied, quote }: Props) {
  const { chatId, goTo } = useChat()
  const id = replied.message_id
  const now = useComputed(() => messagesOf(chatId).value.find(({ message }) => message.message_id === id))
  const words = chatWords.value
  const sender = senderOf(replied)
  const line = usePreview(now.value?.message ?? replied)
  if (now.value?.isDeleted) return <div class="chat-quote chat-quote-gone">{words.deletedMessage}</div>
  return (
    <button
      type="button"
      class="chat-quote"
      data-color={senderColor(sender)}
      onClick={() => goTo(chatId, id)}
    >
      <span class="for-reader">{words.toMessage(sender.name)}: </span>
      <span class="chat-quote-name" aria-hidden="true">
        {sender.name}
      </span>
      <span class="chat-quote-text" dir="auto">
        {quote ?? line}
      </span>
    </button>
  )
}
