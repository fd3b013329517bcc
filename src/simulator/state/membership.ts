import type { User } from '../bot-api/types.ts'
import {
  type AdminRights,
  ALL_RIGHTS,
  chatObject,
  type GroupChat,
  type Member,
  type MemberStatus,
} from './chats.ts'
import { postService } from './post-message.ts'
import { botMember, isAdmin, isPresent, unixTime, type World } from './world.ts'

/** `restricted`: it may write nothing. */
export type BotRights = 'admin' | 'member' | 'restricted' | 'absent' | AdminRights

/** How a member looks in answers and updates (https://core.telegram.org/bots/api#chatmember). */
export function chatMemberObject(member: Member): Record<string, unknown> {
  const { user, status, rights, isAnonymous } = member
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: isAnonymous }
    case 'administrator':
      return { user, status, can_be_edited: false, is_anonymous: isAnonymous, ...rights }
    case 'kicked':
      return { user, status, until_date: 0 }
    case 'restricted':
      return { user, status, is_member: true, can_send_messages: false, until_date: 0 }
    default:
      return { user, status }
  }
}

export interface MemberChange {
  user: User
  status: MemberStatus
  rights?: AdminRights | undefined
  isAnonymous?: boolean | undefined
  /** Who did it; the member by default. */
  by?: User | undefined
}

/** Changes who somebody is in a group and tells the bot what Telegram would. */
export function setMember(world: World, chat: GroupChat, change: MemberChange): void {
  const { user, status, by = user } = change
  const known = chat.members.get(user.id)
  const before: Member = known ?? { user, status: 'left', rights: {}, isAnonymous: false }
  const rights = change.rights ?? (status === 'administrator' ? ALL_RIGHTS : {})
  const after: Member = { user, status, rights, isAnonymous: change.isAnonymous ?? false }
  const aboutBot = user.id === world.bot.id
  const botSawItBefore = isPresent(botMember(world, chat))
  chat.members.set(user.id, after)
  const update = {
    chat: chatObject(chat),
    from: by,
    date: unixTime(world),
    old_chat_member: chatMemberObject(before),
    new_chat_member: chatMemberObject(after),
  }
  if (aboutBot) world.updates.push('my_chat_member', update)
  else if (isAdmin(botMember(world, chat))) world.updates.push('chat_member', update)
  tellInChat(world, chat, before, after, by, botSawItBefore)
  world.changed()
}

function tellInChat(
  world: World,
  chat: GroupChat,
  before: Member,
  after: Member,
  by: User,
  botSawItBefore: boolean,
): void {
  const { user } = after
  if (!isPresent(before) && isPresent(after)) {
    postService(world, chat, { from: by, content: { new_chat_members: [user] } })
  } else if (isPresent(before) && !isPresent(after)) {
    const stored = postService(world, chat, { from: by, content: { left_chat_member: user } })
    // A plain group still tells the bot of its own removal; a supergroup is out of its sight at once.
    const stillTold = user.id === world.bot.id && botSawItBefore && chat.kind === 'group'
    if (stillTold) world.updates.push('message', stored.message)
  }
}

/** What `botRights` of the driver means as a member's state. */
export function botState(rights: BotRights): { status: MemberStatus; rights: AdminRights } {
  if (rights === 'absent') return { status: 'left', rights: {} }
  if (rights === 'member' || rights === 'restricted') return { status: rights, rights: {} }
  return { status: 'administrator', rights: rights === 'admin' ? ALL_RIGHTS : rights }
}
