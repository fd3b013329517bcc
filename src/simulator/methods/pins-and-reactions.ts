import { badRequest } from '../bot-api/bot-api-error.ts'
import { isServiceMessage } from '../bot-api/service-message.ts'
import type { AnyChat } from '../state/chats.ts'
import { pinMessage, unpinMessage } from '../state/pins.ts'
import type { Call, Handlers } from './call.ts'
import { REACTION_EMOJIS } from './reaction-emojis.ts'
import { requireChat, requireMessage, requireRight, requireWritableChat } from './target.ts'

function requirePinnable(call: Call): AnyChat {
  const chat = requireWritableChat(call)
  requireRight(
    call.world,
    chat,
    'can_pin_messages',
    'not enough rights to manage pinned messages in the chat',
  )
  return chat
}

function pinChatMessage(call: Call): true {
  const { world, params } = call
  const chat = requirePinnable(call)
  const stored = requireMessage(chat, params.number('message_id'), 'message to pin')
  if (isServiceMessage(stored.message)) throw badRequest("service messages can't be pinned")
  pinMessage(world, chat, stored, { from: world.bot })
  return true
}

function unpinChatMessage(call: Call): true {
  const chat = requirePinnable(call)
  const id = call.params.number('message_id') ?? chat.pinned.at(-1)
  if (id === undefined || !unpinMessage(call.world, chat, id)) throw badRequest('message to unpin not found')
  return true
}

function setMessageReaction(call: Call): true {
  const { world, params } = call
  const chat = requireChat(call)
  const stored = requireMessage(chat, params.number('message_id'), 'message to react')
  const reactions = params.json<{ type: string; emoji?: string }[]>('reaction') ?? []
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  if (reactions.some(({ type }) => type === 'paid')) throw badRequest('REACTION_INVALID')
  // Clients write some of them with a variation selector, Telegram's list without.
  const emojis = reactions.map(({ emoji = '' }) => emoji.replaceAll('\uFE0F', ''))
  if (emojis.some((emoji) => !REACTION_EMOJIS.has(emoji))) throw badRequest('REACTION_INVALID')
  world.flood.spend(chat, 1)
  stored.reactions.set(world.bot.id, emojis)
  world.changed()
  return true
}

export const pinAndReactionHandlers: Handlers = {
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages: (call) => {
    requirePinnable(call).pinned = []
    call.world.changed()
    return true
  },
  setMessageReaction,
}
