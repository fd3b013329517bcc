import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useId, useLayoutEffect } from 'preact/hooks'
import type { CommandsView } from '../../playground/protocol.ts'
import { type Draft, stopReplyOrEdit } from '../store/drafts.ts'
import { words } from '../words/words.ts'
import { CommandList } from './command-list.tsx'
import { MARK_OF } from './typed-markup.ts'

export interface TextFieldProps {
  field: RefObject<HTMLTextAreaElement | null>
  draft: Signal<Draft>
  commands: readonly CommandsView['commands'][number][]
  placeholder: string
  onSend(): void
  onCommand(command: string): void
  onFiles(files: readonly File[]): void
}

/** Where Enter is the key of a screen's keyboard, it breaks the line; the button sends. */
const isTouch = window.matchMedia('(hover: none) and (pointer: coarse)')

/** Keys that mark a selection, with Ctrl or ⌘; as in Telegram's apps for computers. */
const SHORTCUTS: Readonly<Record<string, string>> = { b: 'bold', i: 'italic' }
const SHIFTED_SHORTCUTS: Readonly<Record<string, string>> = { x: 'strikethrough', p: 'spoiler', m: 'code' }

/** The text of a message, with the commands that fit while a command is typed. */
export function TextField(props: TextFieldProps) {
  const { field, draft, commands, placeholder, onSend, onCommand, onFiles } = props
  const { composer } = words.value
  const listId = useId()
  const active = useSignal(0)
  const isListClosed = useSignal(false)
  const { text } = draft.value
  const isCommand = /^\/\w*$/.test(text) && !isListClosed.value
  const fitting = isCommand ? commands.filter(({ command }) => command.startsWith(text.slice(1))) : []
  const chosen = fitting[Math.min(active.value, fitting.length - 1)]
  useGrowingHeight(field, text)
  const setText = (value: string) => {
    draft.value = { ...draft.value, text: value }
  }
  const send = (command: string) => {
    setText('')
    onCommand(command)
    field.current?.focus()
  }
  const onListKey = (key: string): boolean => {
    if (!chosen) return false
    if (key === 'ArrowDown') active.value = (fitting.indexOf(chosen) + 1) % fitting.length
    else if (key === 'ArrowUp') active.value = (fitting.indexOf(chosen) + fitting.length - 1) % fitting.length
    else if (key === 'Tab') setText(`/${chosen.command} `)
    else if (key === 'Enter') send(chosen.command)
    else if (key === 'Escape') isListClosed.value = true
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
    const isSend = event.key === 'Enter' && !event.shiftKey && !isTouch.matches
    if (isPlain && onListKey(event.key)) event.preventDefault()
    else if (isSend) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape') stopReplyOrEdit(draft)
    else if (markSelection(event, field.current)) event.preventDefault()
  }
  return (
    <div class="text-field">
      {chosen ? <CommandList id={listId} commands={fitting} chosen={chosen} onChoose={send} /> : null}
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
          active.value = 0
          isListClosed.value = false
          setText(currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])]
          if (files.length === 0) return
          event.preventDefault()
          onFiles(files)
        }}
      />
    </div>
  )
}

/** For browsers that cannot size a field by what is in it. */
function useGrowingHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const { current } = field
    if (!current || CSS.supports('field-sizing', 'content')) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [field, text])
}

/** Puts marks around what is selected. @returns whether the keys meant that */
function markSelection(event: KeyboardEvent, field: HTMLTextAreaElement | null): boolean {
  if (!field || event.altKey || !(event.ctrlKey || event.metaKey)) return false
  const type = (event.shiftKey ? SHIFTED_SHORTCUTS : SHORTCUTS)[event.key.toLowerCase()]
  const mark = type && MARK_OF[type]
  if (!mark) return false
  const { selectionStart: start, selectionEnd: end, value } = field
  field.setRangeText(`${mark}${value.slice(start, end)}${mark}`, start, end, 'select')
  field.setSelectionRange(start + mark.length, end + mark.length)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return true
}
