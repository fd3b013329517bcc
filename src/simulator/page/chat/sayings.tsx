import type { Signal } from '@preact/signals'
import { type Saying, useChat } from './chat-scope.ts'

/** How long a few words are shown, real milliseconds. */
const SHOWN_MS = 4_000

let lastId = 0

/** Shows a few words over a chat for a while. */
export function say(said: Signal<readonly Saying[]>, text: string): void {
  lastId += 1
  const id = lastId
  said.value = [...said.value, { id, text }]
  setTimeout(() => {
    said.value = said.value.filter((each) => each.id !== id)
  }, SHOWN_MS)
}

export function Sayings() {
  const { said } = useChat()
  return (
    <div class="chat-sayings" role="status">
      {said.value.map(({ id, text }) => (
        <p key={id} dir="auto">
          {text}
        </p>
      ))}
    </div>
  )
}
