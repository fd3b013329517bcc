import type { GroupGuide } from '../../app/desk-ports.ts'
import { groupLane } from '../lane-of.ts'
import { messageOf, toStaffGroup } from '../outgoing.ts'
import { packReport, type ReportData } from '../report-data.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

type GuideReport = ReportData & { readonly kind: 'guide' }

/** Posts the guide, or brings the one up to date that is there, and pins it without a sound. */
export function noticeOfGuide(
  scope: NoticeScope,
  { chatId, callId, known }: { chatId: number; callId: string; known: GroupGuide | null },
): void {
  const text = htmlText(scope.staffTexts.html('staff-guide'))
  const message_id = known?.messageId ?? messageOf(callId)
  const report = (what: GuideReport['what'], when: 'always' | 'failure') => ({
    lane: groupLane(chatId),
    when,
    data: packReport({ kind: 'guide', what }),
  })
  scope.unit.send(
    known === null
      ? toStaffGroup(chatId, null, {
          id: callId,
          method: 'sendMessage',
          payload: text,
          report: report('posted', 'always'),
        })
      : toStaffGroup(chatId, null, {
          id: scope.ids.next(),
          method: 'editMessageText',
          payload: { message_id, ...text },
          coalesceKey: `guide:${chatId}`,
          // Not `repeatable`: there a guide that is gone would count as changed.
          report: report('changed', 'failure'),
        }),
  )
  scope.unit.send(
    toStaffGroup(chatId, null, {
      id: scope.ids.next(),
      method: 'pinChatMessage',
      payload: { message_id, disable_notification: true },
      policy: 'repeatable',
      coalesceKey: `pin:${chatId}`,
      report: report('pinned', 'failure'),
    }),
  )
}

export function noticeOfUnpinned(scope: NoticeScope, chatId: number): void {
  const payload = htmlText(scope.staffTexts.html('guide-not-pinned'))
  const coalesceKey = `unpinned:${chatId}`
  scope.unit.send(
    toStaffGroup(chatId, null, { id: scope.ids.next(), method: 'sendMessage', payload, coalesceKey }),
  )
}
