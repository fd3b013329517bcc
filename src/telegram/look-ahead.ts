import type { Message, Update } from 'grammy/types'
import type { Desk } from '../app/desk.ts'
import { followMovedGroup } from '../app/follow-moved-group.ts'
import type { Role } from '../domain/roles.ts'
import { actingIn } from './acting-in.ts'
import { isServiceMessage } from './content/read-content.ts'
import type { OwnPlace, StaffRoll } from './staff-roll.ts'

/** Ids of supergroups are below it. https://core.telegram.org/bots/api#chat */
const SUPERGROUPS_BELOW = -1_000_000_000_000

/**
 * Asks Telegram what a handler has to know of an update, which has no network.
 * @returns what its sender is in the staff group it comes from; null: no agent, or elsewhere
 * @throws UnavailableError when Telegram can't be asked
 */
export async function lookAhead(desk: Desk, roll: StaffRoll, update: Update): Promise<Role | null> {
  await followUnheard(desk, roll, update)
  return roleOfSender(desk, roll, update)
}

/** A group we don't know may be one of ours under a new id: its updates can come before the news of the move. */
async function followUnheard(desk: Desk, roll: StaffRoll, update: Update): Promise<void> {
  const chat = (messageIn(update) ?? update.my_chat_member ?? update.chat_member)?.chat
  if (chat?.type !== 'supergroup' || update.message?.migrate_from_chat_id !== undefined) return
  if (await desk.groups.isOurs(chat.id)) return
  for (const chatId of await desk.groups.all()) {
    if (chatId < SUPERGROUPS_BELOW || (await roll.newIdOf(chatId)) !== chat.id) continue
    const isForum = chat.is_forum === true
    await followMovedGroup(desk, chatId, { chatId: chat.id, title: chat.title, isForum })
  }
}

/**
 * The bot's own place in a group, for who asks to have it checked; null: nobody does, or Telegram does not say.
 * @throws UnavailableError when Telegram can't be asked
 */
export async function lookAtOwnPlace(
  roll: StaffRoll,
  update: Update,
  me: { readonly id: number; readonly username: string },
): Promise<OwnPlace | null> {
  const message = update.message
  if (message === undefined || message.chat.type === 'private') return null
  const asked = /^\/check(?:@(\w+))?(?:\s|$)/i.exec(message.text ?? '')
  const isForUs = asked?.[1] === undefined || asked[1].toLowerCase() === me.username.toLowerCase()
  return asked !== null && isForUs ? roll.ownPlace(message.chat.id, me.id) : null
}

async function roleOfSender(desk: Desk, roll: StaffRoll, update: Update): Promise<Role | null> {
  const message = update.message ?? update.edited_message
  const { message_reaction: reaction } = update
  const chatId = actingIn(update).staffChatId
  if (chatId === null || !(await desk.groups.isOurs(chatId))) return null
  if (message?.sender_chat !== undefined) return roleOfSpeaker(roll, chatId, message)
  const from = message?.from ?? reaction?.user ?? update.callback_query?.from
  // Nothing hangs on lines the client writes by itself, and a bot is no agent: nobody has to be asked.
  if (from === undefined || from.is_bot || (message !== undefined && isServiceMessage(message))) return null
  return roll.roleOf(chatId, from.id)
}

/** An admin writing anonymously speaks for the group itself, its channel's owners may write as the channel; nobody else can be either. */
async function roleOfSpeaker(roll: StaffRoll, chatId: number, message: Message): Promise<Role | null> {
  const speaker = message.sender_chat?.id
  if (speaker === undefined) return null
  if (speaker === chatId) return 'supervisor'
  // What the channel posts for its readers comes into the group by itself.
  if (message.is_automatic_forward === true) return null
  return (await roll.isLinkedChannel(chatId, speaker)) ? 'agent' : null
}

function messageIn(update: Update): Message | undefined {
  return update.message ?? update.edited_message ?? (update.callback_query?.message as Message | undefined)
}
