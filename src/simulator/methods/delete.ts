import { badRequest } from '../bot-api/bot-api-error.ts'
import type { AnyChat, StoredMessage } from '../state/chats.ts'
import { botMember, hasRight, unixTime, type World } from '../state/world.ts'
import type { Call, Handlers } from './call.ts'
import { requireChat, requireMessage } from './target.ts'

/** https://core.telegram.org/bots/api#deletemessage, seconds. */
const DELETE_WITHIN_S = 48 * 60 * 60

/** Why the bot may not delete a message; undefined when it may. */
function refusal(world: World, chat: AnyChat, { message, fromBot }: StoredMessage): string | undefined {
  const bot = chat.kind === 'private' ? undefined : botMember(world, chat)
  const mayDeleteAny = hasRight(bot, 'can_delete_messages')
  if (message.forum_topic_created || message.migrate_from_chat_id || message.migrate_to_chat_id) {
    return "message can't be deleted"
  }
  if (mayDeleteAny) return undefined
  if (!fromBot && chat.kind !== 'private') return "message can't be deleted"
  const isOld = unixTime(world) - message.date > DELETE_WITHIN_S
  return isOld ? "message can't be deleted for everyone" : undefined
}

function remove(world: World, chat: AnyChat, stored: StoredMessage): void {
  stored.deleted = true
  chat.pinned = chat.pinned.filter((id) => id !== stored.message.message_id)
  world.changed()
}

function deleteMessage(call: Call): true {
  const chat = requireChat(call)
  const stored = requireMessage(chat, call.params.number('message_id'), 'message to delete')
  const reason = refusal(call.world, chat, stored)
  if (reason) throw badRequest(reason)
  remove(call.world, chat, stored)
  return true
}

/** Skips messages that are not there; one that may not be deleted fails the whole call. */
function deleteMessages(call: Call): true {
  const chat = requireChat(call)
  const ids = call.params.json<number[]>('message_ids') ?? []
  if (ids.length === 0) throw badRequest('message identifiers are not specified')
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  const found = ids.flatMap((id) => chat.messages.get(id) ?? []).filter(({ deleted }) => !deleted)
  for (const stored of found) {
    const reason = refusal(call.world, chat, stored)
    if (reason) throw badRequest(reason)
  }
  for (const stored of found) remove(call.world, chat, stored)
  return true
}

export const deleteHandlers: Handlers = { deleteMessage, deleteMessages }
