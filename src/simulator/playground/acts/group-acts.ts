import type { AdminRights } from '../../state/chats.ts'
import type { BotRights } from '../../state/membership.ts'
import { botMember, isPresent } from '../../state/world.ts'
import type { BotRightsView } from '../act-protocol.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Room } from '../room.ts'
import { DONE, type Doers, requireGroup, requirePerson, requirePrivateChat } from './doers.ts'
import { requireTopic, requireTopics, requireUnblocked } from './writable.ts'

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
  'create-group'(room, { title, kind, bot, ownerId }) {
    const owner = ownerId === undefined ? undefined : requirePerson(room, ownerId)
    // The bot hears of being added, as it would.
    const group = room.sim.createGroup({ title, kind, botRights: 'absent' })
    if (owner) group.join(owner, { as: 'creator' })
    if (bot !== 'absent') group.addBot(rightsOf(bot), owner)
    return { groupId: group.id }
  },
  join(room, { groupId, personId, as, byId }) {
    const by = byId === undefined ? {} : { by: requireMember(room, groupId, byId).person }
    requireGroup(room, groupId).group.join(requirePerson(room, personId), { as, ...by })
    return DONE
  },
  leave(room, { groupId, personId }) {
    const { group, person } = requireMember(room, groupId, personId)
    group.leave(person)
    return DONE
  },
  remove(room, { groupId, personId, byId }) {
    const { group, person } = requireMember(room, groupId, personId)
    group.remove(person, requireMember(room, groupId, byId).person)
    return DONE
  },
  'set-bot'(room, { groupId, bot, byId }) {
    const { chat } = requireGroup(room, groupId)
    const { group, person: by } = requireMember(room, groupId, byId)
    const isThere = isPresent(botMember(room.sim.world, chat))
    if (bot !== 'absent') group.promoteBot(rightsOf(bot), by)
    else if (isThere) group.removeBot(by)
    else throw new ActRefusal({ reason: 'no-bot', title: chat.title })
    return DONE
  },
  'set-forum'(room, { groupId, isForum }) {
    const { group, chat } = requireGroup(room, groupId)
    if (chat.kind === 'group') throw new ActRefusal({ reason: 'plain-group', title: chat.title })
    group.setForum(isForum)
    return DONE
  },
  upgrade(room, { groupId, byId }) {
    const { group, chat } = requireGroup(room, groupId)
    if (chat.kind !== 'group') throw new ActRefusal({ reason: 'supergroup-already', title: chat.title })
    group.upgrade(requireMember(room, groupId, byId).person)
    return { groupId: group.id }
  },
  'link-channel'(room, { groupId, isLinked }) {
    const { group } = requireGroup(room, groupId)
    if (isLinked) group.linkChannel()
    else group.linkChannel(null)
    return DONE
  },
  'create-topic'(room, { groupId, name, personId }) {
    if (groupId > 0) return { topicId: createOwnTopic(room, groupId, personId, name) }
    const { group, person } = requireMember(room, groupId, personId)
    requireTopics(room, requireGroup(room, groupId).chat)
    return { topicId: group.createTopic(name, person).id }
  },
  'close-topic': (room, act) => setTopic(room, act, 'closed'),
  'reopen-topic': (room, act) => setTopic(room, act, 'open'),
  'delete-topic'(room, { groupId, topicId }) {
    if (groupId > 0) {
      const chat = requirePrivateChat(room, groupId)
      requireTopics(room, chat)
      requireTopic(chat, topicId)
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
  throw new ActRefusal({ reason: 'no-member', name: person.user.first_name, title: chat.title })
}

function createOwnTopic(room: Room, chatId: number, personId: number, name: string): number {
  const chat = requirePrivateChat(room, chatId)
  if (chatId !== personId) throw new ActRefusal({ reason: 'others-topics', name: chat.user.first_name })
  requireTopics(room, chat)
  requireUnblocked(chat)
  return requirePerson(room, chatId).createTopic(name).id
}

function setTopic(
  room: Room,
  { groupId, topicId, byId }: { groupId: number; topicId: number; byId: number },
  state: 'open' | 'closed',
) {
  const { group, chat } = requireGroup(room, groupId)
  const topic = requireTopic(chat, topicId)
  if (topic.state === state) throw new ActRefusal({ reason: `topic-${state}-already`, topic: topic.name })
  const { person } = requireMember(room, groupId, byId)
  if (state === 'closed') group.closeTopic(topicId, person)
  else group.reopenTopic(topicId, person)
  return DONE
}
