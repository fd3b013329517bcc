import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../frame/icons.tsx'
import type { HeldPhone } from '../phones/held-phone.ts'
import { WriteAs } from '../phones/write-as.tsx'
import { act } from '../store/act.ts'
import { draftAt } from '../store/drafts.ts'
import { memberOf } from '../store/settle-place.ts'
import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'
import { AttachMenu } from './attach-menu.tsx'
import { commandsFor } from './commands-for.ts'
import { ContextBar } from './context-bar.tsx'
import { ReplyKeyboard } from './reply-keyboard.tsx'
import { sendDraft, sendText } from './send-draft.ts'
import { TextField } from './text-field.tsx'

export interface ComposerProps {
  phone: HeldPhone
  onFiles(files: readonly File[]): void
}

/** Where a message is written; or what stands in its place where none can be. */
export function Composer({ phone, onFiles }: ComposerProps) {
  const { person, group, actor, place } = phone
  const { phone: said, composer } = words.value
  if (person.isDeactivated) return <p class="composer-note">{said.deactivatedHint}</p>
  if (group === null && person.hasBlocked) {
    return (
      <div class="composer-note">
        <p>{said.blockedHint}</p>
        <button
          type="button"
          class="button primary"
          onClick={() => void act({ do: 'unblock', personId: person.user.id })}
        >
          {said.unblock}
        </button>
      </div>
    )
  }
  if (group === null && !person.hasStarted) {
    return (
      <div class="composer-note">
        <button
          type="button"
          class="button primary wide"
          onClick={() => void act({ do: 'send-text', actor, place, text: '/start' })}
        >
          {said.start}
        </button>
      </div>
    )
  }
  const topic = group?.topics.find(({ id }) => id === phone.at.topicId)
  return (
    <div class="composer">
      {topic?.state === 'closed' ? <p class="composer-hint quiet small">{composer.topicClosed}</p> : null}
      <Writing phone={phone} onFiles={onFiles} />
    </div>
  )
}

function Writing({ phone, onFiles }: ComposerProps) {
  const { composer } = words.value
  const { person, group, at } = phone
  const draft = draftAt(at)
  const field = useRef<HTMLTextAreaElement>(null)
  const { replyTo, editing } = draft.value
  const isAnswering = replyTo !== null || editing !== null
  useEffect(() => {
    if (isAnswering) field.current?.focus()
  }, [isAnswering, replyTo, editing])
  const commands = commandsHere(phone)
  const hiddenKeyboard = useSignal<string | null>(null)
  const keyboard = group === null ? person.keyboard : null
  const hasKeys = keyboard?.keyboard !== undefined
  const isKeyboardHidden = hiddenKeyboard.value === JSON.stringify(keyboard)
  const setKeyboardHidden = (isHidden: boolean) => {
    hiddenKeyboard.value = isHidden ? JSON.stringify(keyboard) : null
  }
  return (
    <>
      <ContextBar chatId={at.chatId} draft={draft} />
      <div class="composer-row">
        <AttachMenu phone={phone} onFiles={onFiles} />
        {group ? <WriteAs phone={phone} group={group} /> : null}
        <TextField
          field={field}
          draft={draft}
          commands={commands}
          placeholder={String(keyboard?.input_field_placeholder ?? composer.message)}
          onSend={() => sendDraft(phone, draft)}
          onCommand={(command) => sendText(phone, `/${command}`)}
          onFiles={onFiles}
        />
        {commands.length > 0 && draft.value.text === '' ? (
          <IconButton
            label={composer.commands}
            icon="slash"
            onClick={() => {
              draft.value = { ...draft.value, text: '/' }
              field.current?.focus()
            }}
          />
        ) : null}
        {hasKeys ? (
          <IconButton
            label={isKeyboardHidden ? composer.showKeyboard : composer.hideKeyboard}
            icon="keyboard"
            onClick={() => setKeyboardHidden(!isKeyboardHidden)}
          />
        ) : null}
        <button
          type="button"
          class="icon-button send"
          aria-label={editing ? composer.save : words.value.common.send}
          title={editing ? composer.save : words.value.common.send}
          onClick={() => sendDraft(phone, draft)}
        >
          <Icon name={editing ? 'check' : 'send'} />
        </button>
      </div>
      {keyboard && hasKeys && !isKeyboardHidden ? (
        <ReplyKeyboard
          keyboard={keyboard}
          personId={person.user.id}
          onUsed={() => keyboard.one_time_keyboard && setKeyboardHidden(true)}
        />
      ) : null}
    </>
  )
}

function IconButton(props: { label: string; icon: 'slash' | 'keyboard'; onClick(): void }) {
  const { label, icon, onClick } = props
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

function commandsHere({ person, group }: HeldPhone) {
  const { id: userId, language_code: languageCode } = person.user
  const lists = bot.value?.commands ?? []
  if (!group) return commandsFor(lists, { in: 'private', userId, languageCode })
  const status = memberOf(group, userId)?.status
  const isAdmin = status === 'creator' || status === 'administrator'
  return commandsFor(lists, { in: 'group', chatId: group.id, userId, isAdmin, languageCode })
}
