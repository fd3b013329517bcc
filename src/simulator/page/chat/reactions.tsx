import type { MessageView } from '../../playground/protocol.ts'
import { fullName } from '../phones/names.ts'
import { act } from '../store/act.ts'
import { bot, people } from '../store/world.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'

/** Who reacted with what; a click joins in or takes one's own back. */
export function Reactions({ view }: { view: MessageView }) {
  const { actor, viewerId } = useChat()
  const { chatId, reactions, message } = view
  if (reactions.length === 0) return null
  const emojis = [...new Set(reactions.map(({ emoji }) => emoji))]
  const toggle = (emoji: string, isOwn: boolean) =>
    void act({ do: 'react', actor, chatId, messageId: message.message_id, emoji: isOwn ? null : emoji })
  return (
    <div class="chat-reactions">
      {emojis.map((emoji) => {
        const given = reactions.filter((each) => each.emoji === emoji)
        const isOwn = given.some(({ userId }) => userId === viewerId)
        const names = given.map(({ userId }) => nameOf(userId, viewerId)).join(', ')
        return (
          <button
            type="button"
            key={emoji}
            aria-pressed={isOwn}
            title={names}
            onClick={() => toggle(emoji, isOwn)}
          >
            <span>{emoji}</span> <span>{given.length}</span>{' '}
            <span class="for-reader">{chatWords.value.reactionsFrom(names)}</span>
          </button>
        )
      })}
    </div>
  )
}

function nameOf(userId: number, viewerId: number): string {
  if (userId === viewerId) return chatWords.value.you
  const users = [...people.value.map(({ user }) => user), ...(bot.value ? [bot.value.user] : [])]
  const user = users.find(({ id }) => id === userId)
  return user ? fullName(user) : chatWords.value.somebody
}
