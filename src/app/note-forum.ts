import type { Desk } from './desk.ts'
import { noteMended, noteTrouble } from './group-troubles.ts'
import type { StaffGroup } from './staff-ports.ts'

/**
 * Keeps what one of the agents' groups is like: whether it has topics decides where tickets live. Telegram tells of a change only
 * by the way, so whoever sees it says so here.
 */
export async function noteForum(desk: Desk, seen: StaffGroup): Promise<void> {
  const known = await desk.stores.staffGroups.byId(seen.chatId)
  if (known?.isForum === seen.isForum && known.title === seen.title) return
  desk.stores.staffGroups.save(seen)
  if (seen.isForum) await noteMended(desk, seen.chatId, ['topics-off'])
  else if (known?.isForum === true) await noteTrouble(desk, seen.chatId, 'topics-off')
}

/** A topic was refused because the group has none. */
export async function noteNoForum(desk: Desk, chatId: number): Promise<void> {
  if (!(await desk.groups.isOurs(chatId))) return
  const title = (await desk.stores.staffGroups.byId(chatId))?.title ?? ''
  await noteForum(desk, { chatId, title, isForum: false })
}
