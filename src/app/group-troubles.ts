import type { Desk } from './desk.ts'
import type { GroupTrouble } from './staff-ports.ts'

/** A staff group is no desk any more, or only half of one: its owner is told once, until it is mended. @param by who did it, where known */
export async function noteTrouble(
  desk: Desk,
  chatId: number,
  kind: GroupTrouble,
  by: number | null = null,
): Promise<void> {
  if (by !== null && (await desk.stores.groupTroubles.ownerOf(chatId)) === null)
    desk.stores.groupTroubles.saveOwner(chatId, by)
  if ((await desk.stores.groupTroubles.of(chatId)).includes(kind)) return
  desk.stores.groupTroubles.add(chatId, kind, desk.now)
  await desk.notices.groupTroubled({ chatId, kind, by })
}

/** What stopped all delivery. */
const STOPS: readonly GroupTrouble[] = ['bot-removed', 'cant-write']

/** Some of what troubled the group is mended. Whoever was told of it is told when delivery goes on, or nothing at all is left. */
export async function noteMended(
  desk: Desk,
  chatId: number,
  kinds: readonly GroupTrouble[],
  { by = null, seen = [] }: { by?: number | null; seen?: readonly GroupTrouble[] } = {},
): Promise<void> {
  const known = await desk.stores.groupTroubles.of(chatId)
  const mended = known.filter((kind) => kinds.includes(kind))
  if (mended.length === 0) return
  for (const kind of mended) desk.stores.groupTroubles.remove(chatId, kind)
  const isAll = mended.length === known.length && seen.length === 0
  const goesOn = mended.some((kind) => STOPS.includes(kind)) && !seen.some((kind) => STOPS.includes(kind))
  if (isAll || goesOn) await desk.notices.groupMended({ chatId, by })
}

/** What can be seen of the bot's place in a staff group: all of these are there, and no others. */
export async function noteRights(
  desk: Desk,
  chatId: number,
  seen: readonly GroupTrouble[],
  by: number | null,
): Promise<void> {
  if (!seen.includes('bot-removed') && !seen.includes('cant-write')) desk.stores.holds.release(chatId)
  const visible = ['bot-removed', 'cant-write', 'not-admin', 'no-topics-right'] as const
  const gone = visible.filter((kind) => !seen.includes(kind))
  // Out of the group there is nothing else to be seen.
  if (!seen.includes('bot-removed')) await noteMended(desk, chatId, gone, { by, seen })
  for (const kind of seen) await noteTrouble(desk, chatId, kind, by)
}
