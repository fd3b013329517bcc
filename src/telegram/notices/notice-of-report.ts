import type { Notices } from '../../app/notices.ts'
import { packPeriod, type ReportOrder } from '../../app/report-order.ts'
import { CALL_PRIORITY, SEND_REPORT } from '../../delivery/outgoing-call.ts'
import { groupLane } from '../lane-of.ts'
import { toPerson, toStaffGroup } from '../outgoing.ts'
import { packReport } from '../report-data.ts'
import { htmlText } from '../views/keyboard.ts'
import { noticeOfLostWord } from './notice-of-group.ts'
import type { NoticeScope } from './notice-scope.ts'

/** One action of the group's, in a stream of its own: nothing waits behind its making. Twice it would be a nuisance. */
export function orderWeekReport(
  scope: NoticeScope,
  { chatId, week }: Parameters<Notices['weekOver']>[0],
): void {
  const order: ReportOrder = { report: 'weekly', categories: null, ...packPeriod(week) }
  const data = packReport({ kind: 'weekly-report' })
  const call = toStaffGroup(chatId, null, {
    id: scope.ids.next(),
    method: SEND_REPORT,
    payload: { order },
    policy: 'at-most-once',
    priority: CALL_PRIORITY.bookkeeping,
    report: { lane: groupLane(chatId), when: 'failure', data },
  })
  scope.unit.send({ ...call, stream: `report:${chatId}` })
}

export function noticeOfLostWeek(scope: NoticeScope, { chatId }: { readonly chatId: number }): void {
  const payload = htmlText(scope.staffTexts.html('report-weekly-lost'))
  const init = { id: scope.ids.next(), method: 'sendMessage', payload, policy: 'at-most-once' } as const
  scope.unit.send(toStaffGroup(chatId, null, init))
}

export function noticeOfLostReport(scope: NoticeScope, lost: Parameters<Notices['reportNotSent']>[0]): void {
  const t = scope.staffTexts
  if (lost.canBeReached) {
    const payload = htmlText(t.html('report-failed'))
    const init = { id: scope.ids.next(), method: 'sendMessage', payload, policy: 'at-most-once' } as const
    scope.unit.send(toPerson(lost.agent.telegramId, init))
  } else noticeOfLostWord(scope, { ...lost, html: t.html('report-ask-again'), markup: {} })
}
