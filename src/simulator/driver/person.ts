import { randomInt } from 'node:crypto'
import type { InlineKeyboardButton, Message, User } from '../bot-api/types.ts'
import { renderPrivateChat } from '../screen/screen.ts'
import { chatObject, type PrivateChat, visibleMessages } from '../state/chats.ts'
import { newChatBase, unixTime, type World } from '../state/world.ts'
import type { Waiter } from '../wait-for.ts'
import { type AlbumActions, createAlbumActions } from './album.ts'
import { type ChangeActions, createChangeActions } from './change-actions.ts'
import type { Actor } from './context.ts'
import { createPrivateTopics, type PrivateTopics, requirePrivateTopic } from './private-topics.ts'
import { pressKey } from './reply-keys.ts'
import { createSendActions, type SendActions, type SendOptions } from './send-actions.ts'
import { createTapActions, type TapActions } from './tap.ts'

export interface NewPerson {
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  /** Telegram's id; a free one by default. */
  id?: number
}

export type Actions = SendActions & AlbumActions & ChangeActions & TapActions

/** A person with a private chat with the bot; all actions happen there. */
export interface Person extends Actions, PrivateTopics {
  id: number
  chatId: number
  user: User
  /** Taps the key of the reply keyboard shown now, which sends its text or what it asks for. */
  pressKey(text: string | RegExp, options?: Pick<SendOptions, 'topic'>): Message
  block(): void
  unblock(): void
  /** The account is deleted: the bot gets 403 from now on. */
  deactivate(): void
  /** The language of the person's Telegram from now on. */
  setLanguage(languageCode: string): void
  /** What this chat shows, newest last. */
  messages(): Message[]
  lastMessage(): Message | undefined
  /** The inline buttons of a message, by default of the newest that has some. */
  buttons(messageId?: number): InlineKeyboardButton[]
  /** This chat as readable text. */
  screen(): string
}

export function createActions(actor: Actor): Actions {
  return {
    ...createSendActions(actor),
    ...createAlbumActions(actor),
    ...createChangeActions(actor),
    ...createTapActions(actor),
  }
}

export function createPerson(world: World, waitFor: Waiter['waitFor'], given: NewPerson): Person {
  const id = given.id ?? randomInt(100_000_000, 2_000_000_000)
  const user: User = {
    id,
    is_bot: false,
    first_name: given.firstName,
    last_name: given.lastName,
    username: given.username,
    language_code: given.languageCode,
  }
  const chat: PrivateChat = {
    ...newChatBase(id),
    kind: 'private',
    user,
    started: false,
    blocked: false,
    deactivated: false,
  }
  world.users.set(id, user)
  world.chats.set(id, chat)
  world.changed()
  return openPerson(world, waitFor, chat)
}

/** The hands of a person who is there already. */
export function openPerson(world: World, waitFor: Waiter['waitFor'], chat: PrivateChat): Person {
  const { id, user } = chat
  const assertMayWrite = (topic?: number) => {
    if (topic !== undefined) requirePrivateTopic(world, chat, topic)
    if (chat.blocked) throw new Error(`${user.first_name} has blocked the bot; unblock() first`)
    chat.started = true
  }
  const actor = { world, waitFor, chat: () => chat, from: user, person: user, assertMayWrite }
  const actions = createActions(actor)
  const shown = () => visibleMessages(chat).map(({ message }) => message)
  const setBlocked = (blocked: boolean) => {
    if (chat.blocked === blocked) return
    chat.blocked = blocked
    tellMembership(world, chat, blocked)
  }
  return {
    ...actions,
    ...createPrivateTopics(world, chat, assertMayWrite),
    id,
    chatId: id,
    user,
    pressKey: (text, options) => pressKey(actions, chat, text, options),
    block: () => setBlocked(true),
    unblock: () => setBlocked(false),
    deactivate() {
      chat.deactivated = true
      world.changed()
    },
    setLanguage(languageCode) {
      user.language_code = languageCode
      world.changed()
    },
    messages: shown,
    lastMessage: () => shown().at(-1),
    buttons: (messageId) => buttonsOf(shown(), messageId),
    screen: () => renderPrivateChat(world, chat),
  }
}

function buttonsOf(messages: readonly Message[], messageId?: number): InlineKeyboardButton[] {
  const message = messages.findLast((each) =>
    messageId === undefined ? each.reply_markup !== undefined : each.message_id === messageId,
  )
  return message?.reply_markup?.inline_keyboard.flat() ?? []
}

function tellMembership(world: World, chat: PrivateChat, blocked: boolean): void {
  const [before, after] = blocked ? ['member', 'kicked'] : ['kicked', 'member']
  const member = (status: string | undefined) => ({
    user: world.bot,
    status,
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  })
  world.updates.push('my_chat_member', {
    chat: chatObject(chat),
    from: chat.user,
    date: unixTime(world),
    old_chat_member: member(before),
    new_chat_member: member(after),
  })
  world.changed()
}
