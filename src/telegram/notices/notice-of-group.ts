import { toStaffGroup } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Said in the group under its new id: what the owner may write where. Nothing depends on it. */
export function noticeOfMove(scope: NoticeScope, { from, to }: { from: number; to: number }): void {
  const text = scope.staffTexts.html('group-moved', { old: String(from), id: String(to) })
  scope.unit.send(
    toStaffGroup(to, null, { id: scope.ids.next(), method: 'sendMessage', payload: htmlText(text) }),
  )
}
