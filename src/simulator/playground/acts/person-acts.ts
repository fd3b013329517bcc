import type { Person } from '../../driver/person.ts'
import type { GroupChat } from '../../state/chats.ts'
import { botMember, isAdmin, isPresent } from '../../state/world.ts'
import type { Room } from '../room.ts'
import { type BotLink, readBotLink } from './bot-link.ts'
import { DONE, type Doers, type Done, requireGroup, requirePerson } from './doers.ts'

export const personDoers: Doers<
  'press-key' | 'open-link' | 'create-person' | 'set-language' | 'block' | 'unblock' | 'deactivate'
> = {
  'press-key'(room, { personId, text, topicId }) {
    const where = topicId === undefined ? {} : { topic: topicId }
    return { messageId: requirePerson(room, personId).pressKey(text, where).message_id }
  },
  'open-link'(room, { personId, url }) {
    const person = requirePerson(room, personId)
    const link = readBotLink(url, room.sim.world.bot.username ?? '')
    return link.into === 'group' ? startInGroup(room, person, link) : startChat(room, person, link)
  },
  'create-person'(room, { do: _, username, ...given }) {
    const plain = username?.replace('@', '')
    const isTaken = [...room.sim.world.users.values()].some(
      (user) => plain !== undefined && user.username?.toLowerCase() === plain.toLowerCase(),
    )
    if (isTaken) throw new Error(`The name @${plain} is taken.`)
    const { id } = room.sim.createUser({ ...given, ...(plain === undefined ? {} : { username: plain }) })
    return { personId: id }
  },
  'set-language'(room, { personId, languageCode }) {
    requirePerson(room, personId).setLanguage(languageCode)
    return DONE
  },
  block(room, { personId }) {
    requirePerson(room, personId).block()
    return DONE
  },
  unblock(room, { personId }) {
    requirePerson(room, personId).unblock()
    return DONE
  },
  deactivate(room, { personId }) {
    requirePerson(room, personId).deactivate()
    return DONE
  },
}

/** A link without a payload begins a chat that has not begun, and otherwise only shows it. */
function startChat({ sim }: Room, person: Person, { payload }: BotLink): Done {
  const chat = sim.world.chats.get(person.id)
  if (payload === '' && chat?.kind === 'private' && chat.started) return DONE
  return { messageId: person.sendText(`/start ${payload}`).message_id }
}

/** The person's own group is chosen for them; the bot is added where it is not yet. */
function startInGroup(room: Room, person: Person, { payload }: BotLink): Done {
  const { world } = room.sim
  const isTheirs = (chat: GroupChat) => chat.upgradedTo === undefined && isAdmin(chat.members.get(person.id))
  const groups = [...world.chats.values()].filter((chat) => chat.kind !== 'private').filter(isTheirs)
  const chosen = groups.find((chat) => !isPresent(botMember(world, chat))) ?? groups[0]
  if (!chosen) throw new Error(`${person.user.first_name} administers no group to add the bot to.`)
  const { group, chat } = requireGroup(room, chosen.id)
  if (!isPresent(botMember(world, chat))) group.addBot('member', person)
  const { message_id: messageId } = group.as(person).sendText(`/start@${world.bot.username} ${payload}`)
  return { groupId: group.id, messageId }
}
