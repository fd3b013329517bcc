import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { forwardedFrom } from './forwarded-from.ts'
import { ReplyQuote } from './reply-quote.tsx'
import { senderColor, senderOf } from './sender.ts'

interface Props {
  view: MessageView
  /** Whether the name is seen; it is always read out. */
  showsName: boolean
}

/** What stands above the content: who, whether it is for one person alone, from where it was forwarded, what it answers. */
export function BubbleHead({ view, showsName }: Props) {
  const { message, onlyFor } = view
  const words = chatWords.value
  const { forward_origin: origin, reply_to_message: replied } = message
  const isReply = replied !== undefined && replied.forum_topic_created === undefined
  return (
    <>
      <SenderLine view={view} showsName={showsName} />
      {onlyFor === null ? null : (
        <div class="chat-aside-mark">
          <Icon name="eye" />
          {words.onlyYou}
        </div>
      )}
      {origin ? (
        <div class="chat-forwarded">
          <Icon name="forward" />
          {words.forwardedFrom(forwardedFrom(origin) ?? words.somebody)}
        </div>
      ) : null}
      {isReply ? <ReplyQuote replied={replied} quote={message.quote?.text} /> : null}
    </>
  )
}

function SenderLine({ view, showsName }: Props) {
  const { viewerId } = useChat()
  const sender = senderOf(view.message)
  const { bot, anonymous, channel } = chatWords.value
  const badges = { person: null, bot, anonymous, channel }
  const badge = badges[sender.kind]
  if (!showsName)
    return <span class="for-reader">{sender.id === viewerId ? chatWords.value.you : sender.name}: </span>
  return (
    <div class="chat-sender" data-color={senderColor(sender)}>
      <span class="chat-sender-name">{sender.name}</span>
      {badge ? <span class="chat-badge">{badge}</span> : null}
    </div>
  )
}
