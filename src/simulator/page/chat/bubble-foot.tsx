import type { MessageView } from '../../playground/protocol.ts'
import { Icon, type IconName } from '../frame/icons.tsx'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { formatMoment, formatTime } from './format.ts'

const TICKS: Readonly<Record<Exclude<MessageView['delivery'], 'none'>, IconName>> = {
  held: 'hourglass',
  waiting: 'check',
  taken: 'double-check',
  hidden: 'eye-off',
  lost: 'close',
}

interface Props {
  /** Of an album the last part. */
  view: MessageView
  /** Of an album any part. */
  isEdited: boolean
}

/** When a message was sent, whether it was changed since, and what the bot has of it. */
export function BubbleFoot({ view, isEdited }: Props) {
  const { message, delivery } = view
  const { locale } = useChat()
  const words = chatWords.value
  const at = new Date(message.date * 1000)
  return (
    <div class="chat-foot">
      {isEdited ? <span>{words.edited}</span> : null}
      <time dateTime={at.toISOString()} title={formatMoment(message.date, locale)}>
        {formatTime(message.date, locale)}
      </time>
      {delivery === 'none' ? null : (
        <span class="chat-tick" data-delivery={delivery} title={words.delivery[delivery]}>
          <Icon name={TICKS[delivery]} />
          <span class="for-reader">{words.delivery[delivery]}</span>
        </span>
      )}
    </div>
  )
}
