import type { Person } from '../../driver/person.ts'
import { keysShown, opensDialog } from '../../driver/reply-keys.ts'
import type { GroupChat } from '../../state/chats.ts'
import { botMember, isAdmin, isPresent } from '../../state/world.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Room } from '../room.ts'
import { type BotLink, readBotLink } from './bot-link.ts'
import { DONE, type Doers, type Done, requireGroup, requirePerson, requirePrivateChat } from './doers.ts'
import { requireUnblocked, requireWritable } from './writable.ts'

export const personDoers: Doers<
  'press-key' | 'open-link' | 'create-person' | 'set-language' | 'block' | 'unblock' | 'deactivate'
> = {
  'press-key'(room, { personId, text, topicId }) {
    const chat = requirePrivateChat(room, personId)
    const topic = topicId === undefined ? {} : { topicId }
    requireWritable(room, { as: 'person', personId }, { chatId: personId, ...topic })
    const key = keysShown(chat).find((each) => each.text === text)
    if (!key) throw new ActRefusal({ reason: 'key-gone', key: text })
    if (opensDialog(key)) throw new ActRefusal({ reason: 'key-opens-dialog', key: text })
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
    const users = [...room.sim.world.users.values()]
    const isTaken = users.some((user) => user.username?.toLowerCase() === plain?.toLowerCase())
    if (plain !== undefined && isTaken) throw new ActRefusal({ reason: 'username-taken', username: plain })
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
function startChat(room: Room, person: Person, { payload }: BotLink): Done {
  const chat = requirePrivateChat(room, person.id)
  if (payload === '' && chat.started) return DONE
  requireUnblocked(chat)
  return { messageId: person.sendText(`/start ${payload}`).message_id }
}

/** The person's own group is chosen for them; the bot is added where it is not yet. */
function startInGroup(room: Room, person: Person, { payload }: BotLink): Done {
  const { world } = room.sim
  const isTheirs = (chat: GroupChat) => chat.upgradedTo === undefined && isAdmin(chat.members.get(person.id))
  const groups = [...world.chats.values()].filter((chat) => chat.kind !== 'private').filter(isTheirs)
  const chosen = groups.find((chat) => !isPresent(botMember(world, chat))) ?? groups[0]
  if (!chosen) throw new ActRefusal({ reason: 'no-own-group', name: person.user.first_name })
  const { group, chat } = requireGroup(room, chosen.id)
  if (!isPresent(botMember(world, chat))) group.addBot('member', person)
  const { message_id: messageId } = group.as(person).sendText(`/start@${world.bot.username} ${payload}`)
  return { groupId: group.id, messageId }
}
