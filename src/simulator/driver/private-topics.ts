import type { PrivateChat, Topic } from '../state/chats.ts'
import { hasTopics, openTopic, removeTopic } from '../state/topics.ts'
import type { World } from '../state/world.ts'

/** The topics of a person's chat with the bot; there they are neither closed nor reopened. */
export interface PrivateTopics {
  topics(): Topic[]
  /** @throws Error while the bot has no topics in private chats */
  createTopic(name: string): Topic
  deleteTopic(id: number): void
}

/** @param assertMayWrite as an actor's */
export function createPrivateTopics(
  world: World,
  chat: PrivateChat,
  assertMayWrite: () => void,
): PrivateTopics {
  return {
    topics: () => [...chat.topics.values()],
    createTopic(name) {
      if (!hasTopics(world, chat)) throw new Error('there are no topics in this chat')
      assertMayWrite()
      return openTopic(world, chat, chat.user, { name })
    },
    deleteTopic: (id) => removeTopic(world, chat, requirePrivateTopic(world, chat, id)),
  }
}

/** @throws Error when it is not there, or topics are switched off */
export function requirePrivateTopic(world: World, chat: PrivateChat, id: number): Topic {
  if (!hasTopics(world, chat)) throw new Error('there are no topics in this chat')
  const topic = chat.topics.get(id)
  if (!topic || topic.state === 'deleted') throw new Error(`there is no topic ${id} in this chat`)
  return topic
}
