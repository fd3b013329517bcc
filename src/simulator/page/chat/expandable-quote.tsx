import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { chatWords } from './chat-words.ts'

/** A quotation of which a few lines are seen at first. */
export function ExpandableQuote({ children }: { children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false)
  const { showLess, showMore } = chatWords.value
  return (
    <blockquote class="chat-expandable" data-open={isOpen}>
      <span class="chat-expandable-text">{children}</span>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? showLess : showMore}
      </button>
    </blockquote>
  )
}
