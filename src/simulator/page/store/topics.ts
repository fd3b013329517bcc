import type { TopicView } from '../../playground/protocol.ts'
import { groups, people } from './world.ts'

/** The topics of a chat that is shown as a forum, deleted ones among them; null for any other. A private chat is one while it has some. */
export function topicsOf(chatId: number): readonly TopicView[] | null {
  const group = groups.value.find(({ id }) => id === chatId)
  if (group) return group.isForum ? group.topics : null
  const topics = people.value.find(({ user }) => user.id === chatId)?.topics ?? []
  return topics.some(({ state }) => state !== 'deleted') ? topics : null
}
