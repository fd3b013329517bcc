import { badRequest } from '../bot-api/bot-api-error.ts'
import { type AnyChat, chatObject, type GroupChat, type Member } from '../state/chats.ts'
import { chatMemberObject, setMember } from '../state/membership.ts'
import { botMember, isAdmin, isPresent, type World } from '../state/world.ts'
import type { Call, Handlers } from './call.ts'
import { requireChat } from './target.ts'

/** Chats the bot never met are not there for it. */
function requireKnownChat(call: Call): AnyChat {
  const chat = requireChat(call)
  if (chat.kind === 'private' && !chat.started && !sharesGroup(call.world, chat.id)) {
    throw badRequest('chat not found')
  }
  return chat
}

function sharesGroup(world: World, userId: number): boolean {
  return [...world.chats.values()].some(
    (chat) =>
      chat.kind !== 'private' && isPresent(botMember(world, chat)) && isPresent(chat.members.get(userId)),
  )
}

function getChat(call: Call): unknown {
  const chat = requireKnownChat(call)
  const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0)?.message
  return {
    ...chatObject(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
    },
    ...(pinned ? { pinned_message: pinned } : {}),
    ...(chat.kind === 'private'
      ? {}
      : { permissions: { can_send_messages: true }, linked_chat_id: chat.linkedChatId }),
  }
}

function requireGroup(call: Call, words: string): GroupChat {
  const chat = requireChat(call)
  if (chat.kind === 'private') throw badRequest(words)
  return chat
}

function getChatMember(call: Call): unknown {
  const { world, params } = call
  const id = params.number('user_id') ?? 0
  const chat = requireChat(call)
  const user = world.users.get(id)
  if (!user) throw badRequest('PARTICIPANT_ID_INVALID')
  if (chat.kind === 'private') return { user, status: 'member' }
  const stranger: Member = { user, status: 'left', rights: {}, isAnonymous: false }
  return chatMemberObject(chat.members.get(id) ?? stranger)
}

const present = (chat: GroupChat) => [...chat.members.values()].filter(isPresent)

function getChatAdministrators(call: Call): unknown {
  const chat = requireGroup(call, 'there are no administrators in the private chat')
  return present(chat)
    .filter((member) => isAdmin(member))
    .map(chatMemberObject)
}

function leaveChat(call: Call): true {
  const chat = requireGroup(call, "chat member status can't be changed in private chats")
  setMember(call.world, chat, { user: call.world.bot, status: 'left' })
  return true
}

export const chatHandlers: Handlers = {
  getChat,
  getChatMember,
  getChatMemberCount: (call) => {
    const chat = requireChat(call)
    return chat.kind === 'private' ? 2 : present(chat).length
  },
  getChatAdministrators,
  leaveChat,
}
