import type { Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { IconButton } from '../frame/icon-button.tsx'
import type { HeldPhone } from '../phones/held-phone.ts'
import { WriteAs } from '../phones/write-as.tsx'
import { type Draft, draftAt } from '../store/drafts.ts'
import { memberOf } from '../store/settle-place.ts'
import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'
import { AttachMenu } from './attach-menu.tsx'
import { commandsFor } from './commands-for.ts'
import { ContextBar } from './context-bar.tsx'
import { ReplyKeyboard } from './reply-keyboard.tsx'
import { sendCommand, sendDraft } from './send-draft.ts'
import { TextField } from './text-field.tsx'
import { useAskedReply } from './use-asked-reply.ts'
import { useBotKeyboard } from './use-bot-keyboard.ts'

export interface WritingProps {
  phone: HeldPhone
  onFiles(files: readonly File[]): void
}

/** The text with everything around it: attachments, commands, the bot's keyboard. */
export function Writing({ phone, onFiles }: WritingProps) {
  const { composer } = words.value
  const { person, group, at, place } = phone
  const draft = draftAt(at)
  const field = useRef<HTMLTextAreaElement>(null)
  useFocusOnAnswer(field, draft)
  // A text that is edited sends nothing.
  const commands = draft.value.editing ? [] : commandsHere(phone)
  const asked = useAskedReply(phone, draft)
  const keys = useBotKeyboard(group === null ? person.keyboard : null)
  const beginCommand = () => {
    draft.value = { ...draft.value, text: '/' }
    field.current?.focus()
  }
  return (
    <>
      <ContextBar
        chatId={at.chatId}
        languageCode={person.user.language_code}
        draft={draft}
        onReplaced={() => field.current?.focus()}
      />
      <div class="composer-row">
        <AttachMenu phone={phone} onFiles={onFiles} />
        {group ? <WriteAs phone={phone} group={group} /> : null}
        <TextField
          field={field}
          draft={draft}
          commands={commands}
          placeholder={String(asked ?? keys.keyboard?.input_field_placeholder ?? composer.message)}
          onSend={() => sendDraft(phone, draft)}
          onCommand={(command) => sendCommand(phone, draft, command)}
          onFiles={onFiles}
        />
        {commands.length > 0 && draft.value.text === '' ? (
          <IconButton label={composer.commands} icon="slash" onClick={beginCommand} />
        ) : null}
        {keys.keyboard ? (
          <IconButton
            label={keys.isHidden ? composer.showKeyboard : composer.hideKeyboard}
            icon="keyboard"
            onClick={() => keys.setHidden(!keys.isHidden)}
          />
        ) : null}
        <SendButton isEdit={draft.value.editing !== null} onClick={() => sendDraft(phone, draft)} />
      </div>
      {keys.keyboard && !keys.isHidden ? (
        <ReplyKeyboard keyboard={keys.keyboard} place={place} onUsed={keys.onUsed} />
      ) : null}
    </>
  )
}

function SendButton({ isEdit, onClick }: { isEdit: boolean; onClick(): void }) {
  const label = isEdit ? words.value.composer.save : words.value.common.send
  return <IconButton label={label} icon={isEdit ? 'check' : 'send'} class="send" onClick={onClick} />
}

/** To begin a reply or an edit is to go on writing. */
function useFocusOnAnswer(field: { current: HTMLTextAreaElement | null }, draft: Signal<Draft>): void {
  const { replyTo, editing } = draft.value
  const answered = replyTo ?? editing?.messageId
  useEffect(() => {
    if (answered !== undefined) field.current?.focus()
  }, [field, answered])
}

function commandsHere({ person, group }: HeldPhone) {
  const { id: userId, language_code: languageCode } = person.user
  const lists = bot.value?.commands ?? []
  if (!group) return commandsFor(lists, { in: 'private', userId, languageCode })
  const status = memberOf(group, userId)?.status
  const isAdmin = status === 'creator' || status === 'administrator'
  return commandsFor(lists, { in: 'group', chatId: group.id, userId, isAdmin, languageCode })
}
