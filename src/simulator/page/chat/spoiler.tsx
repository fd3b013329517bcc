import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { chatWords } from './chat-words.ts'

interface Props {
  /** What is covered, as plain text: nothing in it can be pressed before it is shown. */
  text: string
  children: ComponentChildren
}

export function Spoiler({ text, children }: Props) {
  const [isShown, show] = useState(false)
  if (isShown) return <span class="chat-spoiler-shown">{children}</span>
  return (
    <button
      type="button"
      class="chat-spoiler"
      aria-label={chatWords.value.hiddenText}
      onClick={() => show(true)}
    >
      <span aria-hidden="true">{text}</span>
    </button>
  )
}
