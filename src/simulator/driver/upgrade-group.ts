import type { User } from '../bot-api/types.ts'
import type { GroupChat } from '../state/chats.ts'
import { postService } from '../state/post-message.ts'
import { newChatBase, type World } from '../state/world.ts'

/** Turns a plain group into a supergroup with a new id, empty but for the service message, as Telegram does. */
export function upgradeGroup(world: World, group: GroupChat, by: User, newId: number): GroupChat {
  if (group.kind !== 'group') throw new Error(`${group.title} is a supergroup already`)
  const supergroup: GroupChat = {
    ...newChatBase(newId),
    kind: 'supergroup',
    title: group.title,
    isForum: false,
    members: new Map(group.members),
    asides: new Map(),
    owner: group.owner,
  }
  world.chats.set(newId, supergroup)
  postService(world, group, { from: by, content: { migrate_to_chat_id: newId } })
  group.upgradedTo = newId
  postService(world, supergroup, { from: by, content: { migrate_from_chat_id: group.id } })
  return supergroup
}
