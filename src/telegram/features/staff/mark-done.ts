import { CALL_PRIORITY } from '../../../delivery/outgoing-call.ts'
import type { DeskContext } from '../../context.ts'
import { MARK_ROOM_PERCENT, reactionPayload } from '../../notices/mark-message.ts'
import { toStaffGroup } from '../../outgoing.ts'

const DONE = '👍'

/** The card that shows what a command has done may be far above: a mark on the command itself, where the group has room for it. */
export function markDone({ unit, desk, chat, msg }: DeskContext): void {
  if (chat === undefined || msg === undefined) return
  unit.send(
    toStaffGroup(chat.id, null, {
      id: desk.ids.next(),
      method: 'setMessageReaction',
      payload: { message_id: msg.message_id, ...reactionPayload(DONE) },
      policy: 'repeatable',
      priority: CALL_PRIORITY.bookkeeping,
      roomPercent: MARK_ROOM_PERCENT,
    }),
  )
}
