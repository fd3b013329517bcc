import { useState } from 'preact/hooks'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { act } from '../store/act.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { COMMON, REACTIONS } from './emojis.ts'

/** The common reactions, and all others on demand. */
export function ReactionRow({ view, onDone }: { view: MessageView | undefined; onDone(): void }) {
  const { actor, viewerId } = useChat()
  const [showsAll, showAll] = useState(false)
  const { menu } = chatWords.value
  if (!view || view.onlyFor !== null) return null
  const own = view.reactions.find(({ userId }) => userId === viewerId)?.emoji
  const react = (emoji: string) => {
    onDone()
    const { chatId, message } = view
    void act({
      do: 'react',
      actor,
      chatId,
      messageId: message.message_id,
      emoji: emoji === own ? null : emoji,
    })
  }
  return (
    <fieldset class="chat-emojis" aria-label={menu.react} data-all={showsAll}>
      {REACTIONS.slice(0, showsAll ? undefined : COMMON).map((emoji) => (
        <button
          type="button"
          role="menuitemcheckbox"
          key={emoji}
          aria-checked={emoji === own}
          aria-label={emoji === own ? menu.takeBack(emoji) : menu.reactWith(emoji)}
          onClick={() => react(emoji)}
        >
          {emoji}
        </button>
      ))}
      {showsAll ? null : (
        <button type="button" role="menuitem" aria-label={menu.moreEmoji} onClick={() => showAll(true)}>
          <Icon name="down" />
        </button>
      )}
    </fieldset>
  )
}
