import type { Desk } from './desk.ts'
import type { StaffGroup } from './staff-ports.ts'

/**
 * Telegram gave one of our groups a new id: from now on it is ours under that one, whatever the settings say. The news comes
 * on several ways (service messages, a refused call); only the first is told.
 */
export async function followMovedGroup(
  desk: Desk,
  from: number,
  to: Pick<StaffGroup, 'chatId'> & Partial<StaffGroup>,
): Promise<void> {
  if (from === to.chatId || !(await desk.groups.isOurs(from))) return
  const before = await desk.stores.staffGroups.byId(from)
  await desk.stores.staffGroups.addMove(from, to.chatId)
  desk.stores.staffGroups.save({ title: before?.title ?? '', isForum: false, ...to })
  const owner = await desk.stores.groupTroubles.ownerOf(from)
  if (owner !== null) desk.stores.groupTroubles.saveOwner(to.chatId, owner)
  desk.notices.groupMoved({ from, to: to.chatId })
}
