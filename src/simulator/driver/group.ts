import { randomInt } from 'node:crypto'
import type { Message, User } from '../bot-api/types.ts'
import { renderGroup } from '../screen/screen.ts'
import { type AnyChat, type GroupChat, type Topic, visibleMessages } from '../state/chats.ts'
import { type BotRights, botState, setMember } from '../state/membership.ts'
import { openTopic, removeTopic, setTopicState } from '../state/topics.ts'
import { isAdmin, isPresent, newChatBase, type World } from '../state/world.ts'
import type { Waiter } from '../wait-for.ts'
import type { Actor } from './context.ts'
import { type Actions, createActions, type Person } from './person.ts'
import { upgradeGroup } from './upgrade-group.ts'

export interface NewGroup {
  title: string
  kind?: 'forum' | 'supergroup' | 'group'
  /** `admin` by default. */
  botRights?: BotRights
  id?: number
}

export interface Group {
  /** Changes when the group is upgraded. */
  readonly id: number
  title: string
  join(person: Person, options?: { as?: 'member' | 'administrator' | 'creator' }): void
  leave(person: Person): void
  /** Removed by somebody else, and may not come back by themselves. */
  remove(person: Person): void
  addBot(rights?: BotRights, by?: Person): void
  removeBot(by?: Person): void
  promoteBot(rights?: BotRights): void
  /** A plain group becomes a supergroup with another id. */
  upgrade(): void
  setForum(isForum: boolean): void
  topics(): Topic[]
  createTopic(name: string, by?: Person): Topic
  closeTopic(id: number, by?: Person): void
  reopenTopic(id: number, by?: Person): void
  deleteTopic(id: number): void
  /** Acts here as this person, who must have joined. */
  as(person: Person): Actions
  asAnonymousAdmin(person: Person): Actions
  asLinkedChannel(title?: string): Actions
  asOtherBot(username?: string): Actions
  /** What people see, newest last; of one topic when asked. `topic: 0` is General. */
  messages(options?: { topic?: number }): Message[]
  /** The group as readable text, General first, then topic by topic. */
  screen(): string
}

/** https://core.telegram.org/bots/api#message, `from` of messages sent on behalf of a chat. */
const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: 'Telegram' }

export function createGroup(world: World, waitFor: Waiter['waitFor'], given: NewGroup): Group {
  const kind = given.kind ?? 'forum'
  const id = given.id ?? newGroupId(kind)
  const created: GroupChat = {
    ...newChatBase(id),
    kind: kind === 'group' ? 'group' : 'supergroup',
    title: given.title,
    isForum: kind === 'forum',
    members: new Map(),
    topics: new Map(),
  }
  world.chats.set(id, created)
  const owner: User = { id: randomInt(10_000, 99_999), is_bot: false, first_name: 'Owner' }
  let chat = created
  const rights = given.botRights ?? 'admin'
  // The bot was there before the story begins: nobody tells it. `absent` and `addBot` tell.
  if (rights !== 'absent') {
    chat.members.set(world.bot.id, { user: world.bot, ...botState(rights), isAnonymous: false })
  }
  const doer = (person?: Person) => person?.user ?? owner
  const requireTopic = (topicId: number) => {
    const topic = chat.topics.get(topicId)
    if (!topic) throw new Error(`there is no topic ${topicId}`)
    return topic
  }
  const act = (actor: Omit<Actor, 'world' | 'waitFor' | 'chat' | 'assertMayWrite'>, free = false) =>
    createActions({
      ...actor,
      world,
      waitFor,
      chat: (): AnyChat => chat,
      assertMayWrite: (topic) => {
        if (!free) assertMember(chat, actor.person)
        assertTopicOpen(chat, actor.person, topic, free)
      },
    })
  return {
    get id() {
      return chat.id
    },
    title: given.title,
    join: ({ user }, { as = 'member' } = {}) => setMember(world, chat, { user, status: as }),
    leave: ({ user }) => setMember(world, chat, { user, status: 'left' }),
    remove: ({ user }) => setMember(world, chat, { user, status: 'kicked', by: owner }),
    addBot: (wanted = 'admin', by) =>
      setMember(world, chat, { user: world.bot, ...botState(wanted), by: doer(by) }),
    removeBot: (by) => setMember(world, chat, { user: world.bot, status: 'kicked', by: doer(by) }),
    promoteBot: (wanted = 'admin') =>
      setMember(world, chat, { user: world.bot, ...botState(wanted), by: owner }),
    upgrade() {
      chat = upgradeGroup(world, chat, owner, newGroupId('supergroup'))
    },
    setForum(isForum) {
      chat.isForum = isForum
      world.changed()
    },
    topics: () => [...chat.topics.values()],
    createTopic: (name, by) => openTopic(world, chat, doer(by), { name }),
    closeTopic: (topicId, by) => setTopicState(world, chat, requireTopic(topicId), doer(by), 'closed'),
    reopenTopic: (topicId, by) => setTopicState(world, chat, requireTopic(topicId), doer(by), 'open'),
    deleteTopic: (topicId) => removeTopic(world, chat, requireTopic(topicId)),
    as: ({ user }) => act({ from: user, person: user }),
    asAnonymousAdmin({ user }) {
      const senderChat = { id: chat.id, type: chat.kind, title: chat.title }
      return act({ from: GROUP_ANONYMOUS_BOT, senderChat, person: user })
    },
    asLinkedChannel(title = 'News') {
      const senderChat = { id: -1_001_000_000_007, type: 'channel' as const, title }
      const extra = { is_automatic_forward: true as const }
      return act({ from: TELEGRAM, senderChat, person: TELEGRAM, extra }, true)
    },
    asOtherBot(username = 'other_bot') {
      const user = { id: 700_000_001, is_bot: true, first_name: 'Other', username }
      return act({ from: user, person: user }, true)
    },
    messages: ({ topic } = {}) =>
      visibleMessages(chat)
        .map(({ message }) => message)
        .filter((message) => topic === undefined || (message.message_thread_id ?? 0) === topic),
    screen: () => renderGroup(world, chat),
  }
}

function newGroupId(kind: string): number {
  const id = randomInt(1_000_000_000, 4_000_000_000)
  return kind === 'group' ? -Math.floor(id / 10) : Number(`-100${id}`)
}

function assertMember(chat: GroupChat, person: User): void {
  if (isPresent(chat.members.get(person.id))) return
  throw new Error(`${person.first_name} is no member of ${chat.title}; join() first`)
}

function assertTopicOpen(chat: GroupChat, person: User, id: number | undefined, free: boolean): void {
  if (id === undefined) return
  const topic = chat.topics.get(id)
  if (!topic || topic.state === 'deleted') throw new Error(`there is no topic ${id} in ${chat.title}`)
  const mayAnyway = free || isAdmin(chat.members.get(person.id))
  if (topic.state === 'closed' && !mayAnyway)
    throw new Error(`topic ${id} is closed for ${person.first_name}`)
}
