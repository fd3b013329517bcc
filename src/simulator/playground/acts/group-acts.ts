import type { Group } from '../../driver/group.ts'
import type { Person } from '../../driver/person.ts'
import type { AdminRights, GroupChat } from '../../state/chats.ts'
import type { BotRights } from '../../state/membership.ts'
import { botMember, isPresent } from '../../state/world.ts'
import type { BotRightsView } from '../act-protocol.ts'
import type { Room } from '../room.ts'
import { DONE, type Doers, requireGroup, requirePerson } from './doers.ts'

export const groupDoers: Doers<
  | 'create-group'
  | 'join'
  | 'leave'
  | 'remove'
  | 'set-bot'
  | 'set-forum'
  | 'upgrade'
  | 'link-channel'
  | 'create-topic'
  | 'close-topic'
  | 'reopen-topic'
  | 'delete-topic'
> = {
  'create-group'({ sim }, { title, kind, bot }) {
    // The bot hears of being added, as it would.
    const group = sim.createGroup({ title, kind, botRights: 'absent' })
    if (bot !== 'absent') group.addBot(rightsOf(bot))
    return { groupId: group.id }
  },
  join(room, { groupId, personId, as }) {
    requireGroup(room, groupId).group.join(requirePerson(room, personId), { as })
    return DONE
  },
  leave(room, { groupId, personId }) {
    const { group, person } = requireMember(room, groupId, personId)
    group.leave(person)
    return DONE
  },
  remove(room, { groupId, personId }) {
    const { group, person } = requireMember(room, groupId, personId)
    group.remove(person)
    return DONE
  },
  'set-bot'(room, { groupId, bot }) {
    const { group, chat } = requireGroup(room, groupId)
    const isThere = isPresent(botMember(room.sim.world, chat))
    if (bot !== 'absent') group.promoteBot(rightsOf(bot))
    else if (isThere) group.removeBot()
    else throw new Error(`The bot is not in ${chat.title}.`)
    return DONE
  },
  'set-forum'(room, { groupId, isForum }) {
    const { group, chat } = requireGroup(room, groupId)
    if (chat.kind === 'group') throw new Error(`“${chat.title}” is a plain group: upgrade it to have topics.`)
    group.setForum(isForum)
    return DONE
  },
  upgrade(room, { groupId }) {
    const { group, chat } = requireGroup(room, groupId)
    if (chat.kind !== 'group') throw new Error(`“${chat.title}” is a supergroup already.`)
    group.upgrade()
    return { groupId: group.id }
  },
  'link-channel'(room, { groupId, isLinked }) {
    const { group } = requireGroup(room, groupId)
    if (isLinked) group.linkChannel()
    else group.linkChannel(null)
    return DONE
  },
  'create-topic'(room, { groupId, name, personId }) {
    if (groupId > 0) return { topicId: requireOwnChat(room, groupId, personId).createTopic(name).id }
    const { group, person } = requireMember(room, groupId, personId)
    requireForum(room, groupId)
    return { topicId: group.createTopic(name, person).id }
  },
  'close-topic': (room, act) => setTopic(room, act, 'closed'),
  'reopen-topic': (room, act) => setTopic(room, act, 'open'),
  'delete-topic'(room, { groupId, topicId }) {
    if (groupId > 0) {
      requirePerson(room, groupId).deleteTopic(topicId)
      return DONE
    }
    const { group, chat } = requireGroup(room, groupId)
    requireTopic(chat, topicId)
    group.deleteTopic(topicId)
    return DONE
  },
}

function rightsOf(bot: BotRightsView): BotRights {
  if (!Array.isArray(bot)) return bot
  return Object.fromEntries(bot.map((right) => [right, true])) satisfies AdminRights
}

function requireMember(room: Room, groupId: number, personId: number) {
  const { group, chat } = requireGroup(room, groupId)
  const person = requirePerson(room, personId)
  if (isPresent(chat.members.get(personId))) return { group, person }
  throw new Error(`${person.user.first_name} is not in ${chat.title}.`)
}

function requireOwnChat(room: Room, chatId: number, personId: number): Person {
  const person = requirePerson(room, chatId)
  if (chatId === personId) return person
  throw new Error(`Only ${person.user.first_name} opens topics in this chat.`)
}

function requireForum(room: Room, groupId: number): Group {
  const { group, chat } = requireGroup(room, groupId)
  if (chat.kind !== 'supergroup' || !chat.isForum)
    throw new Error(`Topics are switched off in ${chat.title}.`)
  return group
}

function requireTopic({ topics, title }: GroupChat, topicId: number) {
  const topic = topics.get(topicId)
  if (topic && topic.state !== 'deleted') return topic
  throw new Error(`That topic is not in ${title} any more.`)
}

function setTopic(
  room: Room,
  { groupId, topicId }: { groupId: number; topicId: number },
  state: 'open' | 'closed',
) {
  const { group, chat } = requireGroup(room, groupId)
  const topic = requireTopic(chat, topicId)
  if (topic.state === state) throw new Error(`The topic “${topic.name}” is ${state} already.`)
  if (state === 'closed') group.closeTopic(topicId)
  else group.reopenTopic(topicId)
  return DONE
}
