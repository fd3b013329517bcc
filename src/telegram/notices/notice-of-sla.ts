import type { StaffThread } from '../../app/staff-ports.ts'
import { packSubject } from '../../app/subject.ts'
import { CALL_PRIORITY } from '../../delivery/outgoing-call.ts'
import type { Sla } from '../../domain/sla.ts'
import type { SlaAlert } from '../../domain/sla-alerts.ts'
import type { OnDuty } from '../../domain/sla-rules.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatMoment, tellDistance } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { messageOf, replyTo, toStaffThread } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'
import { refreshCard } from './refresh-card.ts'
import { staffName } from './staff-name.ts'

/**
 * One message under the ticket's card. A warning is for its assignee; a breach also for whoever is on duty, and the card says it.
 * What still waits when the next one comes is not worth sending any more.
 */
export async function noticeOfSla(
  scope: NoticeScope,
  { ticket, sla, alerts }: { ticket: Ticket; sla: Sla; alerts: readonly SlaAlert[] },
): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null) return
  const isBreach = alerts.some(({ stage }) => stage === 'breach')
  const people = await peopleOf(scope, ticket, thread.chatId, isBreach)
  const title = scope.staffTexts.html('sla-title', { number: formatTicketNumber(ticket.number) })
  const lines = [[title, ...people].join(' · '), ...alertLines(scope, sla, alerts)]
  scope.unit.send(
    toStaffThread(thread, ticket, {
      id: scope.ids.next(),
      method: 'sendMessage',
      payload: { ...htmlText(lines.join('\n')), ...replyTo(cardOf(thread)) },
      policy: 'at-most-once',
      priority: isBreach ? CALL_PRIORITY.card : CALL_PRIORITY.bookkeeping,
      coalesceKey: `sla:${ticket.id}`,
      subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    }),
  )
  if (isBreach) await refreshCard(scope, ticket)
}

function cardOf({ cardMessageId, cardCallId }: StaffThread) {
  return cardMessageId ?? messageOf(cardCallId)
}

/** Both promises that end together are one line. */
function alertLines(scope: NoticeScope, sla: Sla, alerts: readonly SlaAlert[]): readonly string[] {
  const [first, second] = alerts
  if (first === undefined) return []
  const areOne =
    second !== undefined &&
    first.stage === second.stage &&
    sla.firstResponse.dueAt?.getTime() === sla.resolution.dueAt?.getTime()
  if (areOne) return [alertLine(scope, `sla-${first.stage}-both`, sla.firstResponse.dueAt)]
  return alerts.map(({ stage, target }) =>
    alertLine(scope, `sla-${stage}-${target === 'firstResponse' ? 'answer' : 'solution'}`, sla[target].dueAt),
  )
}

function alertLine({ staffTexts: t, rules, now }: NoticeScope, key: string, dueAt: Date | null): string {
  const due = dueAt ?? now
  return t.html(key, {
    moment: formatMoment(due, t.language, rules.timeZone),
    distance: tellDistance(due, t.plain('promise-distance')),
  })
}

async function peopleOf(
  scope: NoticeScope,
  ticket: Ticket,
  chatId: number,
  isBreach: boolean,
): Promise<readonly string[]> {
  const { staffTexts: t, rules, unit } = scope
  const assignee = ticket.assigneeId === null ? null : await unit.agents.byId(ticket.assigneeId)
  // Who took it anonymously is the group itself: nobody can be notified.
  const own = assignee === null || assignee.telegramId < 0 ? null : assignee
  const people = own === null ? [] : [mention(t, own.telegramId, await staffName(scope, own.id, chatId))]
  if (!isBreach) return people
  for (const one of rules.sla.onDuty)
    if (one !== own?.telegramId) people.push(await mentionOnDuty(scope, one))
  return people
}

async function mentionOnDuty({ staffTexts: t, unit }: NoticeScope, one: OnDuty): Promise<string> {
  if (typeof one === 'string') return t.html('sla-mention-name', { name: one })
  const agent = await unit.agents.byTelegramId(one)
  return mention(t, one, agent?.displayName ?? t.plain('sla-on-duty'))
}

/** As a string: a number would be written with the spaces of the language. */
function mention(t: Texts, id: number, name: string): string {
  return t.html('sla-mention', { id: String(id), name })
}
