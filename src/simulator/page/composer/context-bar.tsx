import { type Signal, untracked } from '@preact/signals'
import { replaceableKind } from '../../bot-api/replaceable-kind.ts'
import type { MessageView } from '../../playground/protocol.ts'
import { localeOf } from '../chat/chat-words.ts'
import { playgroundNow } from '../chat/playground-now.ts'
import { preview } from '../chat/preview.ts'
import { IconButton } from '../frame/icon-button.tsx'
import { Icon } from '../frame/icons.tsx'
import { fullName } from '../phones/names.ts'
import { type Draft, replaceFile, stopReplyOrEdit } from '../store/drafts.ts'
import { messagesOf } from '../store/world.ts'
import { words } from '../words/words.ts'
import { ReplaceFile } from './replace-file.tsx'

interface ContextBarProps {
  chatId: number
  /** Of whoever writes. */
  languageCode: string | undefined
  draft: Signal<Draft>
  /** Another file was chosen for the message that is edited. */
  onReplaced(): void
}

/** Above the text field: the message that is answered or edited. */
export function ContextBar({ chatId, languageCode, draft, onReplaced }: ContextBarProps) {
  const { composer, chat } = words.value
  const { replyTo, editing } = draft.value
  const id = replyTo ?? editing?.messageId
  if (id === undefined) return null
  const about = messagesOf(chatId).value.find(({ message }) => message.message_id === id)
  const reader = { locale: localeOf(languageCode), now: untracked(playgroundNow) }
  const line = about && preview(about.message, chat, reader)
  const { replacement } = editing ?? {}
  const kind = editing && about && !about.message.forward_origin && replaceableKind(about.message)
  return (
    <div class="context-bar">
      <Icon name={editing ? 'edit' : 'reply'} />
      <div class="two-lines">
        <strong class="cut">{editing ? composer.editing : composer.replyTo(senderOf(about))}</strong>
        <span class="quiet cut">
          {replacement ? composer.newFile(replacement.file.name) : line || composer.withoutText}
        </span>
      </div>
      {kind ? (
        <ReplaceFile
          kind={kind}
          onChosen={(chosen) => {
            replaceFile(draft, id, chosen)
            onReplaced()
          }}
        />
      ) : null}
      <IconButton
        label={editing ? composer.cancelEdit : composer.cancelReply}
        icon="close"
        hasTip={false}
        onClick={() => stopReplyOrEdit(draft)}
      />
    </div>
  )
}

function senderOf(about: MessageView | undefined): string {
  const { sender_chat, from } = about?.message ?? {}
  return sender_chat?.title ?? (from ? fullName(from) : '')
}
