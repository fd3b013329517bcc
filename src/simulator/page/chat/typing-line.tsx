import { useEffect, useState } from 'preact/hooks'
import { bot, chatActions } from '../store/world.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { playgroundNow } from './playground-now.ts'

/** Real milliseconds after which an action that has run out is looked at again. */
const REFRESH_MS = 500

/** What the bot is doing in this chat. */
export function TypingLine() {
  const { chatId, topicId } = useChat()
  const [now, setNow] = useState(playgroundNow)
  const here = chatActions.value.filter((each) => each.chatId === chatId && each.threadId === topicId)
  const current = here.find(({ until }) => until > Math.max(now, playgroundNow()))
  useEffect(() => {
    if (!current) return
    const timer = setInterval(() => setNow(playgroundNow()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [current])
  const { doing, theBot } = chatWords.value
  const words = current ? (doing[current.action] ?? doing.typing) : ''
  return (
    <div class="chat-typing" role="status">
      {current ? (
        <p>
          <span class="chat-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {bot.value?.user.first_name ?? theBot} {words}…
        </p>
      ) : null}
    </div>
  )
}
