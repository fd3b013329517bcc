import type { Chat, ForumTopicCreated, Message, ReplyMarkup, User } from '../bot-api/types.ts'

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

/** Rights of an administrator (ChatAdministratorRights), by their Bot API names. */
export type AdminRights = Readonly<Record<string, boolean>>

export interface Member {
  user: User
  status: MemberStatus
  rights: AdminRights
  isAnonymous: boolean
}

export interface Topic {
  id: number
  name: string
  iconColor: number
  iconCustomEmojiId?: string | undefined
  state: 'open' | 'closed' | 'deleted'
  /** The service message that opened the topic. */
  created: Message
}

export interface StoredMessage {
  /** As Telegram shows it now. */
  message: Message
  fromBot: boolean
  /** Whose account wrote it, even in the name of a chat; undefined: whoever it is from. */
  authorId?: number | undefined
  /** When it was posted, milliseconds of the clock. */
  at: number
  deleted: boolean
  edited: boolean
  /** The keyboard it was sent with when it is not an inline one; such a message cannot be edited. */
  otherMarkup?: ReplyMarkup | undefined
  /** Reactions by user id. */
  reactions: Map<number, string[]>
  /** Whether the bot was told of it, `lost`: too late to be; undefined as long as nobody tried. */
  told?: 'yes' | 'hidden' | 'lost' | undefined
}

/** An ephemeral message: one person of the group sees it, nobody else does. */
export interface Aside {
  message: Message
  receiverId: number
  deleted: boolean
  /** The id of the last message of the chat before it. */
  after: number
}

interface ChatBase {
  id: number
  messages: Map<number, StoredMessage>
  nextMessageId: number
  pinned: number[]
  topics: Map<number, Topic>
}

export interface PrivateChat extends ChatBase {
  kind: 'private'
  user: User
  /** Whether the person ever wrote to the bot. */
  started: boolean
  blocked: boolean
  deactivated: boolean
}

export interface GroupChat extends ChatBase {
  kind: 'group' | 'supergroup'
  title: string
  isForum: boolean
  members: Map<number, Member>
  /** Under their own ids. */
  asides: Map<number, Aside>
  /** The channel whose discussion group it is. */
  linkedChatId?: number | undefined
  /** Who does what nobody else is named for. */
  owner: User
  /** The supergroup this plain group became. */
  upgradedTo?: number | undefined
}

export type AnyChat = PrivateChat | GroupChat

export const ALL_RIGHTS: AdminRights = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
}

/** The chat as it appears inside messages. */
export function chatObject(chat: AnyChat): Chat {
  if (chat.kind === 'private') {
    const { id, first_name, last_name, username } = chat.user
    return { id, type: 'private', first_name, last_name, username }
  }
  return { id: chat.id, type: chat.kind, title: chat.title, is_forum: chat.isForum || undefined }
}

/** Whose account wrote a message; undefined for nobody's. */
export function authorOf({ authorId, message }: StoredMessage): number | undefined {
  return authorId ?? message.from?.id
}

/** The messages people see, oldest first. */
export function visibleMessages(chat: AnyChat): StoredMessage[] {
  return [...chat.messages.values()].filter(({ deleted }) => !deleted)
}

/** The ephemeral messages this person sees in the chat, oldest first. */
export function asidesOf(chat: AnyChat, personId: number): Message[] {
  if (chat.kind === 'private') return []
  const own = [...chat.asides.values()].filter((each) => each.receiverId === personId && !each.deleted)
  return own.map(({ message }) => message)
}

export function topicCreated(topic: Topic): ForumTopicCreated {
  return {
    name: topic.name,
    icon_color: topic.iconColor,
    ...(topic.iconCustomEmojiId ? { icon_custom_emoji_id: topic.iconCustomEmojiId } : {}),
  }
}
