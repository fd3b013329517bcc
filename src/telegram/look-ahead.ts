import type { Message, Update } from 'grammy/types'
import type { Desk } from '../app/desk.ts'
import { followMovedGroup } from '../app/follow-moved-group.ts'
import { isServiceMessage } from './content/read-content.ts'
import type { StaffRoll } from './staff-roll.ts'

/** Ids of supergroups are below it. https://core.telegram.org/bots/api#chat */
const SUPERGROUPS_BELOW = -1_000_000_000_000

/**
 * Asks Telegram what a handler has to know of an update, which has no network.
 * @returns whether it comes from an agent, in their group
 * @throws UnavailableError when Telegram can't be asked
 */
export async function lookAhead(desk: Desk, roll: StaffRoll, update: Update): Promise<boolean> {
  await followUnheard(desk, roll, update)
  return isFromStaff(desk, roll, update)
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

async function isFromStaff(desk: Desk, roll: StaffRoll, update: Update): Promise<boolean> {
  const message = update.message ?? update.edited_message
  const chatId = message?.chat.id ?? update.callback_query?.message?.chat.id
  if (chatId === undefined || !(await desk.groups.isOurs(chatId))) return false
  if (message?.sender_chat !== undefined) return speaksForStaff(roll, chatId, message)
  const from = message?.from ?? update.callback_query?.from
  // Nothing hangs on lines the client writes by itself, and a bot is no agent: nobody has to be asked.
  if (from === undefined || from.is_bot || (message !== undefined && isServiceMessage(message))) return false
  return roll.isStaff(chatId, from.id)
}

/** An admin writing anonymously speaks for the group itself, its channel's owners may write as the channel; nobody else can be either. */
async function speaksForStaff(roll: StaffRoll, chatId: number, message: Message): Promise<boolean> {
  const speaker = message.sender_chat?.id
  if (speaker === undefined || speaker === chatId) return speaker === chatId
  // What the channel posts for its readers comes into the group by itself.
  return message.is_automatic_forward !== true && roll.isLinkedChannel(chatId, speaker)
}

function messageIn(update: Update): Message | undefined {
  return update.message ?? update.edited_message ?? (update.callback_query?.message as Message | undefined)
}
