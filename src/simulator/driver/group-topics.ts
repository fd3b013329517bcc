import type { User } from '../bot-api/types.ts'
import type { GroupChat, Topic } from '../state/chats.ts'
import { openTopic, removeTopic, setTopicState } from '../state/topics.ts'
import type { World } from '../state/world.ts'
import type { Person } from './person.ts'

export interface GroupTopics {
  setForum(isForum: boolean): void
  topics(): Topic[]
  createTopic(name: string, by?: Person): Topic
  closeTopic(id: number, by?: Person): void
  reopenTopic(id: number, by?: Person): void
  deleteTopic(id: number): void
}

/** @param owner who does what nobody else is named for. */
export function createGroupTopics(world: World, chat: () => GroupChat, owner: User): GroupTopics {
  const requireTopic = (id: number) => {
    const topic = chat().topics.get(id)
    if (!topic || topic.state === 'deleted') throw new Error(`there is no topic ${id}`)
    return topic
  }
  return {
    setForum(isForum) {
      chat().isForum = isForum
      world.changed()
    },
    topics: () => [...chat().topics.values()],
    createTopic: (name, by) => openTopic(world, chat(), by?.user ?? owner, { name }),
    closeTopic: (id, by) => setTopicState(world, chat(), requireTopic(id), by?.user ?? owner, 'closed'),
    reopenTopic: (id, by) => setTopicState(world, chat(), requireTopic(id), by?.user ?? owner, 'open'),
    deleteTopic: (id) => removeTopic(world, chat(), requireTopic(id)),
  }
}
