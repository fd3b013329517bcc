import { untracked } from '@preact/signals'
import type { MessageView } from '../../playground/protocol.ts'
import { settings } from '../store/world.ts'
import { Bubble } from './bubble.tsx'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { formatDay } from './format.ts'
import type { ListEntry } from './list-entries.ts'
import { memo } from './memo.ts'
import { playgroundNow } from './playground-now.ts'
import { serviceWords } from './service-words.ts'

/** One line of the list. */
export function ListLine({ entry }: { entry: ListEntry }) {
  if (entry.kind === 'day') return <DayLine at={entry.at} />
  if (entry.kind === 'service') return <ServiceLine view={entry.view} />
  return <Bubble views={entry.views} startsGroup={entry.startsGroup} endsGroup={entry.endsGroup} />
}

const DayLine = memo(function DayLine({ at }: { at: number }) {
  const { locale } = useChat()
  // Read, so that "today" becomes "yesterday" when the clock leaps.
  const now = settings.value ? playgroundNow() : Date.now()
  return (
    <li class="chat-line chat-day">
      <span>{formatDay(at, now, locale)}</span>
    </li>
  )
})

const ServiceLine = memo(function ServiceLine({ view }: { view: MessageView }) {
  const { locale } = useChat()
  const reader = { locale, now: untracked(playgroundNow) }
  return (
    <li class="chat-line chat-service" data-key={view.key} data-message={view.message.message_id}>
      <span>{serviceWords(view.message, chatWords.value, reader)}</span>
    </li>
  )
})
