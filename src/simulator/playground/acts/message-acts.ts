import { REACTION_EMOJIS } from '../../methods/reaction-emojis.ts'
import { authorOf } from '../../state/chats.ts'
import { mayHaveCaption } from '../../state/media.ts'
import { actionsOf, DONE, type Doers, mayManage, requireShown } from './doers.ts'
import { checkCaption, MAX_TEXT } from './lengths.ts'

export const messageDoers: Doers<'edit' | 'delete' | 'react' | 'pin' | 'unpin' | 'tap'> = {
  edit(room, { actor, chatId, messageId, text }) {
    const actions = actionsOf(room, actor, chatId)
    const { message } = requireShown(room, chatId, messageId)
    if (mayHaveCaption(message)) {
      checkCaption(text)
      actions.editCaption(messageId, text)
      return { messageId }
    }
    if (message.text === undefined) throw new Error('There is no text to edit in that message.')
    if (message.forward_origin) throw new Error('What is forwarded cannot be edited.')
    if (text.trim() === '') throw new Error('Telegram keeps no empty text: delete the message instead.')
    if (text.length > MAX_TEXT)
      throw new Error(`A message takes ${MAX_TEXT} characters; these are ${text.length}.`)
    actions.editText(messageId, text)
    return { messageId }
  },
  delete(room, { actor, chatId, messageId }) {
    const actions = actionsOf(room, actor, chatId)
    const stored = requireShown(room, chatId, messageId)
    const isOwn = 'personId' in actor && authorOf(stored) === actor.personId
    if (!isOwn && !mayManage(room, actor, chatId)) {
      throw new Error('Only administrators delete what others wrote.')
    }
    actions.deleteMessage(messageId)
    return DONE
  },
  react(room, { actor, chatId, messageId, emoji }) {
    const actions = actionsOf(room, actor, chatId)
    requireShown(room, chatId, messageId)
    // Telegram's list is without the variation selector that keyboards add.
    const plain = emoji?.replaceAll('\uFE0F', '')
    if (plain !== undefined && !REACTION_EMOJIS.has(plain)) {
      throw new Error(`${emoji} is none of the reactions everybody may use.`)
    }
    actions.react(messageId, ...(plain === undefined ? [] : [plain]))
    return DONE
  },
  pin(room, { actor, chatId, messageId }) {
    const actions = actionsOf(room, actor, chatId)
    requireShown(room, chatId, messageId)
    if (!mayManage(room, actor, chatId)) throw new Error('Only administrators pin messages here.')
    actions.pin(messageId)
    return DONE
  },
  unpin(room, { actor, chatId, messageId }) {
    const actions = actionsOf(room, actor, chatId)
    if (!mayManage(room, actor, chatId)) throw new Error('Only administrators unpin messages here.')
    actions.unpin(messageId)
    return DONE
  },
  tap(room, { actor, chatId, key, data }) {
    const actions = actionsOf(room, actor, chatId)
    const [, aside] = /^aside:(\d+)$/.exec(key) ?? []
    if (aside !== undefined) return { tapId: actions.tapAside(Number(aside), data).id }
    if (!room.sim.world.chats.get(chatId)?.messages.has(Number(key)))
      throw new Error('There is no such message.')
    return { tapId: actions.tapData(Number(key), data).id }
  },
}
