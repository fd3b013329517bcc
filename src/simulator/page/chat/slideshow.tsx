import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../frame/icons.tsx'
import { chatWords } from './chat-words.ts'

/** One slide after the other, in a circle. */
export function Slideshow({ slides }: { slides: readonly ComponentChild[] }) {
  const [at, setAt] = useState(0)
  const { slide, previous, next } = chatWords.value
  const move = (by: number) => setAt((at + by + slides.length) % slides.length)
  return (
    <div class="chat-slideshow">
      <div key={at}>{slides[at]}</div>
      <div class="chat-slideshow-bar">
        <button type="button" aria-label={previous} onClick={() => move(-1)}>
          <Icon name="left" />
        </button>
        <span aria-live="polite">{slide(at + 1, slides.length)}</span>
        <button type="button" aria-label={next} onClick={() => move(1)}>
          <Icon name="right" />
        </button>
      </div>
    </div>
  )
}
