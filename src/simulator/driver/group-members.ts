import type { User } from '../bot-api/types.ts'
import type { GroupChat } from '../state/chats.ts'
import { type BotRights, botState, setMember } from '../state/membership.ts'
import type { World } from '../state/world.ts'
import type { Person } from './person.ts'

export interface GroupMembers {
  /** By themselves, or `by` somebody who adds them or changes what they are. */
  join(person: Person, options?: { as?: 'member' | 'administrator' | 'creator'; by?: Person }): void
  leave(person: Person): void
  /** Removed by somebody else, and may not come back by themselves. */
  remove(person: Person, by?: Person): void
  addBot(rights?: BotRights, by?: Person): void
  removeBot(by?: Person): void
  promoteBot(rights?: BotRights, by?: Person): void
}

/** @param owner who does what nobody else is named for. */
export function createGroupMembers(world: World, chat: () => GroupChat, owner: User): GroupMembers {
  const setBot = (rights: BotRights, by: User) =>
    setMember(world, chat(), { user: world.bot, ...botState(rights), by })
  return {
    join: ({ user }, { as = 'member', by } = {}) =>
      setMember(world, chat(), { user, status: as, by: by?.user }),
    leave: ({ user }) => setMember(world, chat(), { user, status: 'left' }),
    remove: ({ user }, by) => setMember(world, chat(), { user, status: 'kicked', by: by?.user ?? owner }),
    addBot: (rights = 'admin', by) => setBot(rights, by?.user ?? owner),
    removeBot: (by) => setMember(world, chat(), { user: world.bot, status: 'kicked', by: by?.user ?? owner }),
    promoteBot: (rights = 'admin', by) => setBot(rights, by?.user ?? owner),
  }
}
