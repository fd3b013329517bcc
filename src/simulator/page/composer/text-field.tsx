import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useId, useLayoutEffect } from 'preact/hooks'
import type { CommandsView } from '../../playground/protocol.ts'
import { type Draft, stopReplyOrEdit } from '../store/drafts.ts'
import { words } from '../words/words.ts'
import { CommandList } from './command-list.tsx'
import { markSelection } from './mark-selection.ts'
import { useCommandChoice } from './use-command-choice.ts'

type Field = RefObject<HTMLTextAreaElement | null>

export interface TextFieldProps {
  field: Field
  draft: Signal<Draft>
  commands: readonly CommandsView['commands'][number][]
  placeholder: string
  onSend(): void
  onCommand(command: string): void
  onFiles(files: readonly File[]): void
}

/** Where Enter is the key of a screen's keyboard, it breaks the line; the button sends. */
const isTouch = window.matchMedia('(hover: none) and (pointer: coarse)')

/** The text of a message, with the commands that fit while a command is typed. */
export function TextField(props: TextFieldProps) {
  const { field, draft, commands, placeholder, onSend, onCommand, onFiles } = props
  const { composer } = words.value
  const listId = useId()
  const { text } = draft.value
  useGrowingHeight(field, text)
  const setText = (value: string) => {
    draft.value = { ...draft.value, text: value }
  }
  const send = (command: string) => {
    onCommand(command)
    field.current?.focus()
  }
  const choice = useCommandChoice(text, commands, {
    send,
    complete: (command) => setText(`/${command} `),
  })
  const { chosen } = choice
  return (
    <div class="text-field">
      {chosen ? <CommandList id={listId} commands={choice.fitting} chosen={chosen} onChoose={send} /> : null}
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={placeholder}
        aria-label={composer.message}
        title={isTouch.matches ? undefined : composer.hint}
        aria-controls={chosen ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${chosen.command}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        onInput={({ currentTarget }) => {
          choice.begin()
          setText(currentTarget.value)
        }}
        onKeyDown={(event) => onKeyDown(event, { choice, draft, field, onSend })}
        onPaste={(event) => takeFiles(event, onFiles)}
      />
    </div>
  )
}

interface Typing extends Pick<TextFieldProps, 'draft' | 'field' | 'onSend'> {
  choice: ReturnType<typeof useCommandChoice>
}

function onKeyDown(event: KeyboardEvent, { choice, draft, field, onSend }: Typing): void {
  if (event.isComposing) return
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
  const isSend = event.key === 'Enter' && !event.shiftKey && !isTouch.matches
  if (isPlain && choice.onKey(event.key)) event.preventDefault()
  else if (isSend) {
    event.preventDefault()
    onSend()
  } else if (event.key === 'Escape') stopReplyOrEdit(draft)
  else if (markSelection(event, field.current)) event.preventDefault()
}

function takeFiles(event: ClipboardEvent, onFiles: (files: readonly File[]) => void): void {
  const files = [...(event.clipboardData?.files ?? [])]
  if (files.length === 0) return
  event.preventDefault()
  onFiles(files)
}

/** For browsers that cannot size a field by what is in it. */
function useGrowingHeight(field: Field, text: string): void {
  useLayoutEffect(() => {
    const { current } = field
    if (!current || CSS.supports('field-sizing', 'content')) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [field, text])
}
