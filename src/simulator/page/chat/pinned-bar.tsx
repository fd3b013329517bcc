import { useState } from 'preact/hooks'
import type { Message } from '../../bot-api/types.ts'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { groups, people } from '../store/world.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { usePreview } from './use-preview.ts'

/** The newest pinned message; each click goes to it, and shows the one before. */
export function PinnedBar({ shown }: { shown: readonly MessageView[] }) {
  const { chatId, goTo } = useChat()
  const [turn, setTurn] = useState(0)
  const group = groups.value.find(({ id }) => id === chatId)
  const ids = group?.pinned ?? people.value.find(({ user }) => user.id === chatId)?.pinned ?? []
  const pinned = ids.flatMap(
    (id) => shown.find(({ message, onlyFor }) => message.message_id === id && onlyFor === null) ?? [],
  )
  const at = pinned.length - 1 - (turn % Math.max(1, pinned.length))
  const view = pinned[at]
  if (!view) return null
  const words = chatWords.value
  const show = () => {
    setTurn(turn + 1)
    goTo(chatId, view.message.message_id)
  }
  return (
    <button type="button" class="chat-pinned" onClick={show}>
      <Icon name="pin" />
      <span class="chat-pinned-words">
        <span class="chat-pinned-title">
          {pinned.length > 1 ? words.pinnedOf(at + 1, pinned.length) : words.pinned}
        </span>
        <PinnedWords message={view.message} />
      </span>
    </button>
  )
}

function PinnedWords({ message }: { message: Message }) {
  return <span class="chat-pinned-text">{usePreview(message)}</span>
}
