import type { Desk } from '../app/desk.ts'
import { noteMended, noteTrouble } from '../app/group-troubles.ts'
import { recordReachable, recordUnreachable } from '../app/record-reach.ts'
import type { ReachEvent } from '../delivery/inbox-event.ts'

/** What it means that a whole chat can't be reached, or can again. */
export async function handleReach(desk: Desk, { chatId, change, reason }: ReachEvent): Promise<void> {
  const isHeld = change === 'held'
  if (reason === 'blocked') return isHeld ? recordUnreachable(desk, chatId) : recordReachable(desk, chatId)
  // Only what is still so is worth a word.
  if (isHeld !== (await desk.stores.holds.has(chatId))) return
  if (isHeld) await noteTrouble(desk, chatId, reason === 'group-gone' ? 'bot-removed' : 'cant-write')
  else await noteMended(desk, chatId, ['bot-removed', 'cant-write'])
}
