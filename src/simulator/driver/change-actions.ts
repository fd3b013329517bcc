import type { ReplaceableKind } from '../bot-api/replaceable-kind.ts'
import { isServiceMessage } from '../bot-api/service-message.ts'
import type { Message } from '../bot-api/types.ts'
import { authorOf, chatObject, type StoredMessage } from '../state/chats.ts'
import { pinMessage, unpinMessage } from '../state/pins.ts'
import { deliverMessage } from '../state/post-message.ts'
import { botMember, isAdmin, unixTime } from '../state/world.ts'
import type { Actor } from './context.ts'
import { type FileOptions, type MediaOptions, mediaContent } from './media-content.ts'
import { typedCaption, typedText } from './typed-text.ts'

export interface ChangeActions {
  editText(messageId: number, text: string): Message
  editCaption(messageId: number, caption: string): Message
  /** Puts another photo in the place of a message's own, or into a message without one; the caption stays unless given. */
  editPhoto(messageId: number, options?: MediaOptions): Message
  /** Puts a photo or another file there in the same way; an empty caption takes the message's own away. */
  editFile(messageId: number, kind: ReplaceableKind, options?: MediaOptions & FileOptions): Message
  /** Telegram tells bots nothing of it. */
  deleteMessage(messageId: number): void
  /** Sets this person's reactions; none takes them back. */
  react(messageId: number, ...emojis: string[]): void
  pin(messageId: number): void
  unpin(messageId: number): void
}

export function createChangeActions(actor: Actor): ChangeActions {
  const { world } = actor
  const requireShown = (messageId: number): StoredMessage => {
    const stored = actor.chat().messages.get(messageId)
    if (!stored || stored.deleted) throw new Error(`there is no message ${messageId}`)
    return stored
  }
  const requireOwn = (messageId: number): StoredMessage => {
    const stored = requireShown(messageId)
    if (authorOf(stored) !== actor.person.id) throw new Error(`message ${messageId} is somebody else's`)
    return stored
  }
  const edit = (stored: StoredMessage, content: Partial<Message>) => {
    stored.message = { ...stored.message, ...content, edit_date: unixTime(world) }
    stored.edited = true
    deliverMessage(world, actor.chat(), stored, 'edited_message')
    world.changed()
    return stored.message
  }
  const editFile: ChangeActions['editFile'] = (messageId, kind, options = {}) => {
    const stored = requireOwn(messageId)
    const { caption, caption_entities } = stored.message
    return edit(stored, {
      ...{ text: undefined, entities: undefined, photo: undefined, video: undefined, document: undefined },
      ...(options.caption === undefined
        ? { caption, caption_entities }
        : { caption: undefined, caption_entities: undefined }),
      ...mediaContent(world.files, kind, options),
    })
  }
  return {
    editText: (messageId, text) => edit(requireOwn(messageId), { entities: undefined, ...typedText(text) }),
    editCaption: (messageId, caption) =>
      edit(requireOwn(messageId), {
        caption: undefined,
        caption_entities: undefined,
        ...typedCaption(caption),
      }),
    editPhoto: (messageId, options = {}) => editFile(messageId, 'photo', options),
    editFile,
    deleteMessage(messageId) {
      requireShown(messageId).deleted = true
      const chat = actor.chat()
      chat.pinned = chat.pinned.filter((id) => id !== messageId)
      world.changed()
    },
    react(messageId, ...emojis) {
      const chat = actor.chat()
      const stored = requireShown(messageId)
      const before = stored.reactions.get(actor.person.id) ?? []
      stored.reactions.set(actor.person.id, emojis)
      const hears = chat.kind === 'private' || isAdmin(botMember(world, chat))
      const named = (list: string[]) => list.map((emoji) => ({ type: 'emoji', emoji }))
      if (hears) {
        world.updates.push('message_reaction', {
          chat: chatObject(chat),
          message_id: messageId,
          user: actor.person,
          date: unixTime(world),
          old_reaction: named(before),
          new_reaction: named(emojis),
        })
      }
      world.changed()
    },
    pin(messageId) {
      const stored = requireShown(messageId)
      if (isServiceMessage(stored.message)) throw new Error('such a message cannot be pinned')
      pinMessage(world, actor.chat(), stored, { from: actor.from, senderChat: actor.senderChat })
    },
    unpin(messageId) {
      if (!unpinMessage(world, actor.chat(), messageId)) throw new Error(`message ${messageId} is not pinned`)
    },
  }
}
