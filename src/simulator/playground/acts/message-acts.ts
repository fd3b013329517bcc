import { replaceableKind } from '../../bot-api/replaceable-kind.ts'
import { isServiceMessage } from '../../bot-api/service-message.ts'
import { REACTION_EMOJIS } from '../../methods/reaction-emojis.ts'
import { mayHaveCaption } from '../../state/media.ts'
import { ActRefusal } from '../act-refusal.ts'
import { actionsOf, DONE, type Doers, isOwn, mayManage, requireShown } from './doers.ts'
import { checkCaption, MAX_TEXT } from './lengths.ts'
import { uploadedPart } from './uploaded-part.ts'

export const messageDoers: Doers<'edit' | 'delete' | 'react' | 'pin' | 'unpin' | 'tap'> = {
  edit(room, { actor, chatId, messageId, text, item }) {
    const actions = actionsOf(room, actor, chatId)
    const stored = requireShown(room, chatId, messageId)
    if (!isOwn(actor, stored)) throw new ActRefusal({ reason: 'edit-others' })
    const { message } = stored
    if (item) {
      const kind = replaceableKind(message)
      if (!kind || kind !== item.kind) throw new ActRefusal({ reason: 'not-replaceable' })
      if (message.forward_origin) throw new ActRefusal({ reason: 'edit-forwarded' })
      checkCaption(text)
      actions.editFile(messageId, kind, { ...uploadedPart(room, item), caption: text })
      room.uploads.remove(item.uploadId)
      return { messageId }
    }
    if (mayHaveCaption(message)) {
      checkCaption(text)
      actions.editCaption(messageId, text)
      return { messageId }
    }
    if (message.text === undefined) throw new ActRefusal({ reason: 'nothing-to-edit' })
    if (message.forward_origin) throw new ActRefusal({ reason: 'edit-forwarded' })
    if (text.trim() === '') throw new ActRefusal({ reason: 'edit-to-nothing' })
    if (text.length > MAX_TEXT)
      throw new ActRefusal({ reason: 'text-too-long', most: MAX_TEXT, length: text.length })
    actions.editText(messageId, text)
    return { messageId }
  },
  delete(room, { actor, chatId, messageId }) {
    const actions = actionsOf(room, actor, chatId)
    const stored = requireShown(room, chatId, messageId)
    if (!isOwn(actor, stored) && !mayManage(room, actor, chatId)) {
      throw new ActRefusal({ reason: 'delete-others' })
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
      throw new ActRefusal({ reason: 'no-reaction', emoji: plain })
    }
    actions.react(messageId, ...(plain === undefined ? [] : [plain]))
    return DONE
  },
  pin(room, { actor, chatId, messageId }) {
    const actions = actionsOf(room, actor, chatId)
    const { message } = requireShown(room, chatId, messageId)
    if (!mayManage(room, actor, chatId)) throw new ActRefusal({ reason: 'pin-by-admins' })
    if (isServiceMessage(message)) throw new ActRefusal({ reason: 'not-pinnable' })
    actions.pin(messageId)
    return DONE
  },
  unpin(room, { actor, chatId, messageId }) {
    const actions = actionsOf(room, actor, chatId)
    if (!mayManage(room, actor, chatId)) throw new ActRefusal({ reason: 'unpin-by-admins' })
    const isPinned = room.sim.world.chats.get(chatId)?.pinned.includes(messageId)
    if (!isPinned) throw new ActRefusal({ reason: 'not-pinned' })
    actions.unpin(messageId)
    return DONE
  },
  tap(room, { actor, chatId, key, data }) {
    const actions = actionsOf(room, actor, chatId)
    const [, aside] = /^aside:(\d+)$/.exec(key) ?? []
    if (aside !== undefined) {
      const isShown = actions.asides().some(({ ephemeral_message_id: id }) => id === Number(aside))
      if (!isShown) throw new ActRefusal({ reason: 'message-gone' })
      return { tapId: actions.tapAside(Number(aside), data).id }
    }
    if (!room.sim.world.chats.get(chatId)?.messages.has(Number(key)))
      throw new ActRefusal({ reason: 'message-gone' })
    return { tapId: actions.tapData(Number(key), data).id }
  },
}
