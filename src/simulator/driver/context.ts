import type { Chat, Message, User } from '../bot-api/types.ts'
import type { AnyChat } from '../state/chats.ts'
import type { World } from '../state/world.ts'
import type { Waiter } from '../wait-for.ts'

/** Somebody in a chat: whoever the driver acts as. */
export interface Actor {
  world: World
  waitFor: Waiter['waitFor']
  /** Where the actor writes; looked up each time, since a group may become another chat. */
  chat(): AnyChat
  /** Who the message says it is from. */
  from: User
  senderChat?: Chat | undefined
  /** Who taps and reacts, when that is not `from`. */
  person: User
  extra?: Partial<Message> | undefined
  /** @throws Error when the actor could not write here in Telegram's own client. */
  assertMayWrite(topic: number | undefined): void
}
