import type { MessageView } from '../../playground/protocol.ts'
import { Icon, type IconName } from '../frame/icons.tsx'
import { chatWords, locale } from './chat-words.ts'
import { formatMoment, formatTime } from './format.ts'

const TICKS: Readonly<Record<Exclude<MessageView['delivery'], 'none'>, IconName>> = {
  held: 'hourglass',
  waiting: 'check',
  taken: 'double-check',
  hidden: 'eye-off',
  lost: 'close',
}

/** When a message was sent, whether it was changed since, and what the bot has of it. */
export function BubbleFoot({ view }: { view: MessageView }) {
  const { message, isEdited, delivery } = view
  const words = chatWords.value
  const at = new Date(message.date * 1000)
  return (
    <div class="chat-foot">
      {isEdited ? <span>{words.edited}</span> : null}
      <time dateTime={at.toISOString()} title={formatMoment(message.date, locale.value)}>
        {formatTime(message.date, locale.value)}
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
