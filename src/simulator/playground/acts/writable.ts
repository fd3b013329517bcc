import type { AnyChat, Topic } from '../../state/chats.ts'
import { hasTopics } from '../../state/topics.ts'
import { isAdmin } from '../../state/world.ts'
import type { ActorView, Place } from '../act-protocol.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Room } from '../room.ts'

/** A topic of a chat. @throws ActRefusal when it is not there any more */
export function requireTopic({ topics }: AnyChat, topicId: number): Topic {
  const topic = topics.get(topicId)
  if (topic && topic.state !== 'deleted') return topic
  throw new ActRefusal({ reason: 'topic-gone' })
}

/** @throws ActRefusal when messages of the chat are in no topics now */
export function requireTopics({ sim: { world } }: Room, chat: AnyChat): void {
  if (hasTopics(world, chat)) return
  const isPrivate = chat.kind === 'private'
  throw new ActRefusal(
    isPrivate ? { reason: 'private-topics-off' } : { reason: 'topics-off', title: chat.title },
  )
}

/** @throws ActRefusal when the person of a private chat cannot write there */
export function requireUnblocked(chat: AnyChat): void {
  if (chat.kind !== 'private' || !chat.blocked) return
  throw new ActRefusal({ reason: 'bot-blocked', name: chat.user.first_name })
}

/** Nothing keeps a message from the place now. @throws ActRefusal */
export function requireWritable(room: Room, actor: ActorView, { chatId, topicId }: Place): void {
  const chat = room.sim.world.chats.get(chatId)
  if (!chat) return
  requireUnblocked(chat)
  if (topicId === undefined) return
  if (chat.kind === 'private') requireTopics(room, chat)
  const topic = requireTopic(chat, topicId)
  // Another bot is let in by the simulator as a guest.
  if (topic.state === 'open' || chat.kind === 'private' || actor.as === 'other-bot') return
  if (isAdmin(chat.members.get(actor.personId))) return
  throw new ActRefusal({ reason: 'topic-closed', topic: topic.name })
}
