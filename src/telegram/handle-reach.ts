import type { Desk } from '../app/desk.ts'
import { recordReachable, recordUnreachable } from '../app/record-reach.ts'
import type { ReachEvent } from '../delivery/inbox-event.ts'

/** What it means that a whole chat can't be reached, or can again. */
export async function handleReach(desk: Desk, { chatId, change }: ReachEvent): Promise<void> {
  // Groups have negative ids.
  if (chatId < 0) return
  await (change === 'held' ? recordUnreachable(desk, chatId) : recordReachable(desk, chatId))
}
