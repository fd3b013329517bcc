import type { MessageView, TopicView } from '../../playground/protocol.ts'
import { isShownTo, topicOf } from '../store/last-message.ts'

/** A line of the list of topics. */
export interface TopicRow {
  /** Null: General. */
  id: number | null
  name: string
  /** RGB; null for General. */
  iconColor: number | null
  isClosed: boolean
  /** The newest message this person is shown in it. */
  last: MessageView | undefined
}

/** General first, then the topics with the newest message on top; deleted ones are gone. */
export function topicRows(
  { topics }: { topics: readonly TopicView[] },
  messages: readonly MessageView[],
  viewerId: number,
  general: string,
): TopicRow[] {
  const last = new Map<number | null, MessageView>()
  for (const message of messages) if (isShownTo(viewerId, message)) last.set(topicOf(message), message)
  const rows = topics
    .filter(({ state }) => state !== 'deleted')
    .map(({ id, name, iconColor, state }) => {
      return { id, name, iconColor, isClosed: state === 'closed', last: last.get(id) }
    })
    .sort((a, b) => (b.last?.order ?? b.id) - (a.last?.order ?? a.id))
  return [{ id: null, name: general, iconColor: null, isClosed: false, last: last.get(null) }, ...rows]
}
