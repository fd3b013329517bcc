import { useMemo, useRef, useState } from 'preact/hooks'
import type { ActorView } from '../../playground/act-protocol.ts'
import type { MessageView } from '../../playground/protocol.ts'
import { topicsOf } from '../store/topics.ts'
import { messagesOf, people } from '../store/world.ts'
import { askedFor, useAskedFor } from './asked-for.ts'
import { ChatContext, type ChatScope, createChatSignals } from './chat-scope.ts'
import { localeOf } from './chat-words.ts'
import { ForwardDialog } from './forward-dialog.tsx'
import { Lightbox } from './lightbox.tsx'
import { shownMessages } from './list-entries.ts'
import { MessageList } from './message-list.tsx'
import { MessageMenu } from './message-menu.tsx'
import { PinnedBar } from './pinned-bar.tsx'
import { Sayings, say } from './sayings.tsx'
import { TapAnswers } from './tap-answers.tsx'
import { TypingLine } from './typing-line.tsx'
import './chat.css'
import './over-chat.css'
import './bubble.css'
import './entities.css'
import './media.css'
import './cards.css'
import './rich.css'
import './keyboard.css'
import './menu.css'

export interface ChatViewProps {
  /** The private chat's id is the person's. */
  chatId: number
  /** A topic; null: General, or the whole of a chat without topics. */
  topicId: number | null
  /** Whose phone it is: ephemeral messages, own messages on the right, acts are theirs. */
  actor: ActorView
  viewerId: number
  /** The composer takes over. */
  onReply(message: MessageView): void
  onEdit(message: MessageView): void
  /** A link leads to another chat, or to a message in it; null: to the chat as a whole. */
  onGoTo?(chatId: number, messageId: number | null): void
}

/** The messages of one chat on one phone, and all that is done with them. */
export function ChatView(props: ChatViewProps) {
  const { chatId, topicId, viewerId } = props
  return <OpenChat key={`${viewerId}.${chatId}.${topicId ?? ''}`} {...props} />
}

function OpenChat(props: ChatViewProps) {
  const { chatId, topicId, viewerId } = props
  const all = messagesOf(chatId).value
  const isForum = topicsOf(chatId) !== null
  const shown = useMemo(
    () => shownMessages(all, { viewerId, topicId, isForum }),
    [all, viewerId, topicId, isForum],
  )
  const scope = useScope(props, shown)
  useAskedFor(scope, shown)
  return (
    <ChatContext.Provider value={scope}>
      <div class="chat-view">
        <PinnedBar shown={shown} />
        <MessageList shown={shown} />
        <TypingLine />
        <Sayings />
        <TapAnswers />
        <MessageMenu />
        <ForwardDialog />
        <Lightbox />
      </div>
    </ChatContext.Provider>
  )
}

/** The same object as long as the same person looks at the same chat: what hangs on it is not drawn anew. */
function useScope(props: ChatViewProps, shown: readonly MessageView[]): ChatScope {
  const { chatId, topicId, viewerId } = props
  const latest = useRef({ props, shown })
  latest.current = { props, shown }
  const [signals] = useState(createChatSignals)
  const viewer = people.value.find(({ user }) => user.id === viewerId)
  const locale = localeOf(viewer?.user.language_code)
  const actorKey = JSON.stringify(props.actor)
  return useMemo(() => {
    const isHere = (chat: number, messageId: number) =>
      chat === chatId && latest.current.shown.some(({ message }) => message.message_id === messageId)
    return {
      ...signals,
      ...{ chatId, topicId, viewerId, locale },
      actor: JSON.parse(actorKey) as ActorView,
      place: { chatId, ...(topicId === null ? {} : { topicId }) },
      reply: (view) => latest.current.props.onReply(view),
      edit: (view) => latest.current.props.onEdit(view),
      goTo(chat, messageId) {
        if (messageId !== null && isHere(chat, messageId)) signals.wanted.value = messageId
        else {
          askedFor.value = messageId === null ? null : { chatId: chat, messageId }
          latest.current.props.onGoTo?.(chat, messageId)
        }
      },
      say: (text) => say(signals.said, text),
    }
  }, [signals, chatId, topicId, viewerId, locale, actorKey])
}
