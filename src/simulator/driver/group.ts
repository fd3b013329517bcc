import { randomInt } from 'node:crypto'
import type { Message } from '../bot-api/types.ts'
import { renderGroup } from '../screen/screen.ts'
import { type GroupChat, visibleMessages } from '../state/chats.ts'
import { type BotRights, botState } from '../state/membership.ts'
import { newChatBase, type World } from '../state/world.ts'
import type { Waiter } from '../wait-for.ts'
import { createGroupActors, type GroupActors } from './group-actors.ts'
import { createGroupMembers, type GroupMembers } from './group-members.ts'
import { createGroupTopics, type GroupTopics } from './group-topics.ts'
import type { Person } from './person.ts'
import { upgradeGroup } from './upgrade-group.ts'

export interface NewGroup {
  title: string
  kind?: 'forum' | 'supergroup' | 'group'
  /** `admin` by default. */
  botRights?: BotRights
  id?: number
}

export interface Group extends GroupMembers, GroupTopics, GroupActors {
  /** Changes when the group is upgraded. */
  readonly id: number
  readonly title: string
  /** A plain group becomes a supergroup with another id. */
  upgrade(by?: Person): void
  /** What people see, newest last; of one topic when asked. `topic: 0` is General. */
  messages(options?: { topic?: number }): Message[]
  /** The group as readable text, General first, then topic by topic. */
  screen(): string
}

export function createGroup(world: World, waitFor: Waiter['waitFor'], given: NewGroup): Group {
  const group = newGroup(world, given)
  world.changed()
  return openGroup(world, waitFor, group)
}

/** The hands of people in a group that is there already. */
export function openGroup(world: World, waitFor: Waiter['waitFor'], group: GroupChat): Group {
  let current = group
  const chat = () => {
    // Whoever upgrades it may hold another of these.
    current = findUpgraded(world, current)
    return current
  }
  const { owner } = group
  return {
    ...createGroupMembers(world, chat, owner),
    ...createGroupTopics(world, chat, owner),
    ...createGroupActors(world, waitFor, chat),
    get id() {
      return chat().id
    },
    title: group.title,
    upgrade(by) {
      upgradeGroup(world, chat(), by?.user ?? owner, newGroupId('supergroup'))
    },
    messages: ({ topic } = {}) =>
      visibleMessages(chat())
        .map(({ message }) => message)
        .filter((message) => topic === undefined || (message.message_thread_id ?? 0) === topic),
    screen: () => renderGroup(world, chat()),
  }
}

function findUpgraded({ chats }: World, group: GroupChat): GroupChat {
  const next = group.upgradedTo === undefined ? undefined : chats.get(group.upgradedTo)
  return next === undefined || next.kind === 'private' ? group : next
}

function newGroup(world: World, { title, kind = 'forum', id, botRights = 'admin' }: NewGroup): GroupChat {
  const group: GroupChat = {
    ...newChatBase(id ?? newGroupId(kind)),
    kind: kind === 'group' ? 'group' : 'supergroup',
    title,
    isForum: kind === 'forum',
    members: new Map(),
    asides: new Map(),
    owner: { id: randomInt(10_000, 99_999), is_bot: false, first_name: 'Owner' },
  }
  // The bot was there before the story begins: nobody tells it. `absent` and `addBot` tell.
  if (botRights !== 'absent') {
    group.members.set(world.bot.id, { user: world.bot, ...botState(botRights), isAnonymous: false })
  }
  world.chats.set(group.id, group)
  return group
}

function newGroupId(kind: string): number {
  const id = randomInt(1_000_000_000, 4_000_000_000)
  return kind === 'group' ? -Math.floor(id / 10) : Number(`-100${id}`)
}
