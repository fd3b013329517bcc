import type { Signal } from '@preact/signals'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { fullName } from '../phones/names.ts'
import { type Draft, stopReplyOrEdit } from '../store/drafts.ts'
import { messagesOf } from '../store/world.ts'
import { words } from '../words/words.ts'

/** Above the text field: the message that is answered or edited. */
export function ContextBar({ chatId, draft }: { chatId: number; draft: Signal<Draft> }) {
  const { composer } = words.value
  const { replyTo, editing } = draft.value
  const id = replyTo ?? editing?.messageId
  if (id === undefined) return null
  const about = messagesOf(chatId).value.find(({ message }) => message.message_id === id)
  return (
    <div class="context-bar">
      <Icon name={editing ? 'edit' : 'reply'} />
      <div class="two-lines">
        <strong class="cut">{editing ? composer.editing : composer.replyTo(senderOf(about))}</strong>
        <span class="quiet cut">{about?.message.text ?? about?.message.caption ?? composer.withoutText}</span>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={editing ? composer.cancelEdit : composer.cancelReply}
        onClick={() => stopReplyOrEdit(draft)}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}

function senderOf(about: MessageView | undefined): string {
  const { sender_chat, from } = about?.message ?? {}
  return sender_chat?.title ?? (from ? fullName(from) : '')
}
