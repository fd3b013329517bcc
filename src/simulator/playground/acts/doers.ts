import type { Group } from '../../driver/group.ts'
import { OTHER_BOT_ID } from '../../driver/group-actors.ts'
import type { Actions, Person } from '../../driver/person.ts'
import { authorOf, type GroupChat, type PrivateChat, type StoredMessage } from '../../state/chats.ts'
import { isAdmin, isPresent } from '../../state/world.ts'
import type { Act, ActAnswer, ActorView } from '../act-protocol.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Room } from '../room.ts'

/** The act of this name; several names may share a shape. */
export type ActNamed<K extends Act['do']> = Act extends infer A
  ? A extends { do: infer D }
    ? K extends D
      ? A
      : never
    : never
  : never

/** What an act answers besides that it was done. */
export type Done = Omit<Extract<ActAnswer, { isOk: true }>, 'isOk'>

/** @throws ActRefusal that says why it cannot be done. */
export type Doers<K extends Act['do']> = {
  [Name in K]: (room: Room, act: ActNamed<Name>) => Done | Promise<Done>
}

export const DONE: Done = {}

/** The chat with the bot of somebody whose account is in use. */
export function requirePrivateChat({ sim }: Room, id: number): PrivateChat {
  const chat = sim.world.chats.get(id)
  if (chat?.kind !== 'private') throw new ActRefusal({ reason: 'no-person' })
  if (chat.deactivated) throw new ActRefusal({ reason: 'account-deleted', name: chat.user.first_name })
  return chat
}

/** Somebody whose account is in use. */
export function requirePerson(room: Room, id: number): Person {
  requirePrivateChat(room, id)
  return room.sim.findUser(id)
}

/** A group that is still written to. */
export function requireGroup({ sim }: Room, id: number): { group: Group; chat: GroupChat } {
  const chat = sim.world.chats.get(id)
  if (!chat || chat.kind === 'private') throw new ActRefusal({ reason: 'no-group' })
  if (chat.upgradedTo !== undefined) {
    throw new ActRefusal({ reason: 'upgraded', title: chat.title })
  }
  return { group: sim.findGroup(id), chat }
}

/** The hands of whoever acts in a chat. @param chatId a group's, or the person's own for the private chat */
export function actionsOf(room: Room, actor: ActorView, chatId: number): Actions {
  if (chatId > 0) return privateActions(room, actor, chatId)
  const { group, chat } = requireGroup(room, chatId)
  if (actor.as === 'other-bot') return group.asOtherBot()
  const person = requirePerson(room, actor.personId)
  const { first_name: name } = person.user
  const { title } = chat
  const member = chat.members.get(person.id)
  if (!isPresent(member)) throw new ActRefusal({ reason: 'no-member', name, title })
  if (actor.as === 'person') return group.as(person)
  if (actor.as === 'channel') {
    if (chat.linkedChatId === undefined) throw new ActRefusal({ reason: 'no-channel', title })
    return group.asChannel(chat.linkedChatId, undefined, person)
  }
  if (!isAdmin(member)) throw new ActRefusal({ reason: 'no-admin', name, title })
  return group.asAnonymousAdmin(person)
}

function privateActions(room: Room, actor: ActorView, chatId: number): Actions {
  const person = requirePerson(room, chatId)
  if (actor.as === 'person' && actor.personId === chatId) return person
  throw new ActRefusal({ reason: 'others-chat', name: person.user.first_name })
}

/** A message people see. */
export function requireShown({ sim }: Room, chatId: number, messageId: number): StoredMessage {
  const stored = sim.world.chats.get(chatId)?.messages.get(messageId)
  if (!stored || stored.deleted) throw new ActRefusal({ reason: 'message-gone' })
  return stored
}

/** Who acts is one of the group's administrators; in a private chat everybody is free to. */
export function mayManage({ sim }: Room, actor: ActorView, chatId: number): boolean {
  const chat = sim.world.chats.get(chatId)
  if (chat?.kind === 'private') return true
  return 'personId' in actor && isAdmin(chat?.members.get(actor.personId))
}

/** Whether who acts wrote it. */
export function isOwn(actor: ActorView, stored: StoredMessage): boolean {
  return authorOf(stored) === ('personId' in actor ? actor.personId : OTHER_BOT_ID)
}
