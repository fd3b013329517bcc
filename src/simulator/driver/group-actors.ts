import type { User } from '../bot-api/types.ts'
import type { GroupChat } from '../state/chats.ts'
import { isAdmin, isPresent, type World } from '../state/world.ts'
import type { Waiter } from '../wait-for.ts'
import type { Actor } from './context.ts'
import { type Actions, createActions, type Person } from './person.ts'

export interface GroupActors {
  /** Acts here as this person, who must have joined. */
  as(person: Person): Actions
  asAnonymousAdmin(person: Person): Actions
  /** Links a channel to the group, or none. @returns the channel's id */
  linkChannel(id?: number | null): number
  /** A post of the linked channel, as Telegram forwards it into the group. */
  asLinkedChannel(title?: string): Actions
  /**
   * Somebody who writes here in the name of a channel: the linked one, or any other.
   * @param person whose account it is, who taps and reacts as themselves; by default somebody who is not in the group
   */
  asChannel(id: number, title?: string, person?: Person): Actions
  asOtherBot(username?: string): Actions
}

/** https://core.telegram.org/bots/api#message, `from` of messages sent on behalf of a chat. */
const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
/** https://core.telegram.org/bots/api#message, `from` of messages sent on behalf of a channel. */
const CHANNEL_BOT: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }
const NEWS_CHANNEL = -1_001_000_000_007
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: 'Telegram' }

/** Of the other bot that writes in groups. */
export const OTHER_BOT_ID = 700_000_001

type Who = Pick<Actor, 'from' | 'person' | 'senderChat' | 'extra'>

export function createGroupActors(
  world: World,
  waitFor: Waiter['waitFor'],
  chat: () => GroupChat,
): GroupActors {
  const act = (who: Who, assertMayWrite: Actor['assertMayWrite']) =>
    createActions({ ...who, world, waitFor, chat, assertMayWrite })
  const asMember =
    ({ user }: Person) =>
    (topic: number | undefined) => {
      assertMember(chat(), user)
      assertTopic(chat(), topic, user)
    }
  const asGuest = (topic: number | undefined) => assertTopic(chat(), topic)
  return {
    as: (person) => act({ from: person.user, person: person.user }, asMember(person)),
    asAnonymousAdmin(person) {
      const { id, kind, title } = chat()
      const senderChat = { id, type: kind, title }
      return act({ from: GROUP_ANONYMOUS_BOT, senderChat, person: person.user }, asMember(person))
    },
    linkChannel(id = NEWS_CHANNEL) {
      chat().linkedChatId = id ?? undefined
      world.changed()
      return id ?? 0
    },
    asChannel(id, title = 'News', person) {
      const senderChat = { id, type: 'channel' as const, title }
      const who = { from: CHANNEL_BOT, senderChat, person: person?.user ?? CHANNEL_BOT }
      return act(who, person ? asMember(person) : asGuest)
    },
    asLinkedChannel(title = 'News') {
      const senderChat = { id: chat().linkedChatId ?? NEWS_CHANNEL, type: 'channel' as const, title }
      const extra = { is_automatic_forward: true as const }
      return act({ from: TELEGRAM, senderChat, person: TELEGRAM, extra }, asGuest)
    },
    asOtherBot(username = 'other_bot') {
      const user = { id: OTHER_BOT_ID, is_bot: true, first_name: 'Other', username }
      return act({ from: user, person: user }, asGuest)
    },
  }
}

function assertMember(chat: GroupChat, person: User): void {
  if (isPresent(chat.members.get(person.id))) return
  throw new Error(`${person.first_name} is no member of ${chat.title}; join() first`)
}

/** A closed topic is open to administrators. */
function assertTopic(chat: GroupChat, id: number | undefined, person?: User): void {
  if (id === undefined) return
  const topic = chat.topics.get(id)
  if (!topic || topic.state === 'deleted') throw new Error(`there is no topic ${id} in ${chat.title}`)
  if (topic.state === 'closed' && person && !isAdmin(chat.members.get(person.id))) {
    throw new Error(`topic ${id} is closed for ${person.first_name}`)
  }
}
