import type { Message, ReplyMarkup, Update } from '../../bot-api/types.ts'
import { type Aside, authorOf, type StoredMessage } from '../../state/chats.ts'
import type { World } from '../../state/world.ts'
import type { MessageView } from '../protocol.ts'

export interface MessageViews {
  /** Looks at every message and marks those that have changed with `seq`. @returns their views */
  look(seq: number): MessageView[]
  /** Those that changed after `seq`; 0 for all. */
  since(seq: number): MessageView[]
  /** The reply keyboard in force in a private chat, as of the last look. */
  keyboards: ReadonlyMap<number, ReplyMarkup>
  /** When the bot last wrote in a chat and topic, milliseconds of the clock, as of the last look. */
  lastWords: ReadonlyMap<string, number>
}

/** How a place is named in `lastWords`. */
export const placeKey = (chatId: number, threadId: number | undefined) => `${chatId}/${threadId ?? ''}`

type Delivery = MessageView['delivery']

/** What was told of a message last: the message itself is another object after each edit. */
interface Entry {
  seq: number
  message: Message
  isDeleted: boolean
  isEdited: boolean
  reactions: string
  delivery: Delivery
  view(): MessageView
}

type Looked = Omit<Entry, 'seq' | 'view'>

export function createMessageViews(world: World): MessageViews {
  const entries = new Map<StoredMessage | Aside, Entry>()
  const keyboards = new Map<number, ReplyMarkup>()
  const lastWords = new Map<string, number>()

  /** @returns the entry when it is new or has changed */
  const note = (key: StoredMessage | Aside, looked: Looked, seq: number, view: () => MessageView) => {
    const known = entries.get(key)
    if (known && isSame(known, looked)) return undefined
    const entry = Object.assign(known ?? {}, looked, { seq, view })
    if (!known) entries.set(key, entry)
    return entry
  }
  const lookAtStored = (chatId: number, stored: StoredMessage, delivery: Delivery, seq: number) => {
    const isNew = !entries.has(stored)
    if (isNew && stored.fromBot) {
      lastWords.set(placeKey(chatId, stored.message.message_thread_id), stored.at)
    }
    return note(stored, lookedOf(stored, delivery), seq, () => viewOfStored(chatId, stored, delivery))
  }
  return {
    keyboards,
    lastWords,
    look(seq) {
      const changed: Entry[] = []
      const onTheWay = findOnTheWay(world)
      for (const chat of world.chats.values()) {
        let markup: ReplyMarkup | undefined
        for (const stored of chat.messages.values()) {
          if (stored.otherMarkup && !stored.deleted) markup = stored.otherMarkup
          const entry = lookAtStored(chat.id, stored, deliveryOf(stored, onTheWay), seq)
          if (entry) changed.push(entry)
        }
        if (chat.kind === 'private') {
          if (markup?.keyboard) keyboards.set(chat.id, markup)
          else keyboards.delete(chat.id)
          continue
        }
        for (const aside of chat.asides.values()) {
          const entry = note(aside, lookedOfAside(aside), seq, () => viewOfAside(chat.id, aside))
          if (entry) changed.push(entry)
        }
      }
      return changed.map((entry) => entry.view())
    },
    since: (seq) => [...entries.values()].filter((entry) => entry.seq > seq).map((entry) => entry.view()),
  }
}

function isSame(known: Entry, looked: Looked): boolean {
  return (
    known.message === looked.message &&
    known.isDeleted === looked.isDeleted &&
    known.isEdited === looked.isEdited &&
    known.delivery === looked.delivery &&
    known.reactions === looked.reactions
  )
}

function lookedOf(stored: StoredMessage, delivery: Delivery): Looked {
  const { message, deleted, edited, reactions } = stored
  const named = reactions.size === 0 ? '' : JSON.stringify([...reactions])
  return { message, isDeleted: deleted, isEdited: edited, reactions: named, delivery }
}

function lookedOfAside({ message, deleted }: Aside): Looked {
  const isEdited = message.edit_date !== undefined
  return { message, isDeleted: deleted, isEdited, reactions: '', delivery: 'none' }
}

function askedReply({ message, otherMarkup }: StoredMessage): MessageView['asksReply'] {
  if (!otherMarkup?.force_reply) return null
  const { input_field_placeholder: placeholder, selective } = otherMarkup
  return {
    placeholder: typeof placeholder === 'string' ? placeholder : null,
    onlyFrom: selective ? (message.reply_to_message?.from?.id ?? null) : null,
  }
}

function viewOfStored(chatId: number, stored: StoredMessage, delivery: Delivery): MessageView {
  const { message, deleted, edited, fromBot, reactions } = stored
  return {
    chatId,
    key: String(message.message_id),
    order: message.message_id,
    message,
    isDeleted: deleted,
    isEdited: edited,
    isFromBot: fromBot,
    authorId: authorOf(stored) ?? null,
    asksReply: askedReply(stored),
    reactions: [...reactions].flatMap(([userId, emojis]) => emojis.map((emoji) => ({ emoji, userId }))),
    onlyFor: null,
    delivery,
  }
}

function viewOfAside(chatId: number, { message, receiverId, deleted, after }: Aside): MessageView {
  const n = message.ephemeral_message_id ?? 0
  return {
    chatId,
    key: `aside:${n}`,
    // Before the next message of the chat, after the asides before it.
    order: after + 1 - 1 / (n + 1),
    message,
    isDeleted: deleted,
    isEdited: message.edit_date !== undefined,
    isFromBot: true,
    authorId: message.from?.id ?? null,
    asksReply: null,
    reactions: [],
    onlyFor: receiverId,
    delivery: 'none',
  }
}

type OnTheWay = Readonly<Record<'held' | 'waiting', ReadonlySet<StoredMessage>>>

function findOnTheWay(world: World): OnTheWay {
  const { updates } = world
  const held = updates.heldUpdates().map(({ kind, payload }) => ({ [kind]: payload }))
  return { held: messagesIn(world, held), waiting: messagesIn(world, updates.pending()) }
}

function messagesIn({ chats }: World, updates: readonly Partial<Update>[]): ReadonlySet<StoredMessage> {
  const found = new Set<StoredMessage>()
  for (const update of updates) {
    const message = (update.message ?? update.edited_message) as Message | undefined
    const stored = message && chats.get(message.chat.id)?.messages.get(message.message_id)
    if (stored) found.add(stored)
  }
  return found
}

function deliveryOf(stored: StoredMessage, { held, waiting }: OnTheWay): Delivery {
  if (stored.fromBot) return 'none'
  if (held.has(stored)) return 'held'
  if (waiting.has(stored)) return 'waiting'
  if (stored.told === 'yes') return 'taken'
  // Nobody has told the bot so far: an album's part that is still being uploaded.
  return stored.told ?? 'held'
}
