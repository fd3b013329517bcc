import { DateTime } from 'luxon'
import type { Sla, SlaTarget } from './sla.ts'
import type { QuietHours, SlaRules } from './sla-rules.ts'
import type { Ticket } from './ticket.ts'

/** What agents are told of a promise: that it is about to be broken, and that it is. */
export interface SlaAlert {
  readonly target: SlaTarget
  readonly stage: 'warning' | 'breach'
}

export interface AlertPlan {
  /** To be told now, in one message. */
  readonly due: readonly SlaAlert[]
  /** What was told, with what is due, as the ticket keeps it. */
  readonly told: string
}

const TARGETS: readonly SlaTarget[] = ['firstResponse', 'resolution']
const MARKS: Readonly<Record<SlaTarget, string>> = { firstResponse: 'f', resolution: 'r' }
const STAGE_MARKS: Readonly<Record<SlaAlert['stage'], string>> = { warning: 'w', breach: 'b' }

/**
 * What is to be told, each alert once: a warning before a promise is broken, the breach after it, in place of a warning that has not
 * gone out by then. In quiet hours they wait for the end, but for the breach of an urgent ticket.
 */
export function alertPlan(
  ticket: Pick<Ticket, 'priority' | 'slaTold'>,
  sla: Sla,
  rules: SlaRules,
  now: Date,
): AlertPlan {
  const waiting = TARGETS.flatMap((target) => waitingOf(target, ticket, sla, rules))
  const due = waiting.filter(({ at }) => at <= now).map(({ alert }) => alert)
  const isMoot = (alert: SlaAlert) =>
    alert.stage === 'warning' &&
    due.some(({ target, stage }) => target === alert.target && stage === 'breach')
  return { due: due.filter((alert) => !isMoot(alert)), told: withMarks(ticket.slaTold, due) }
}

/** When the ticket has to be looked at next, which has passed where something is due; null: as things are, never. */
export function nextAlertAt(
  ticket: Pick<Ticket, 'priority' | 'slaTold'>,
  sla: Sla,
  rules: SlaRules,
): Date | null {
  const moments = TARGETS.flatMap((target) => waitingOf(target, ticket, sla, rules)).map(({ at }) =>
    Number(at),
  )
  return moments.length === 0 ? null : new Date(Math.min(...moments))
}

/** A new promise is watched anew: of what was told only that stays which holds for it, too. */
export function toldStill(told: string, sla: Sla, now: Date): string {
  return marksOf(told)
    .filter((mark) => {
      const clock = sla[mark.startsWith(MARKS.firstResponse) ? 'firstResponse' : 'resolution']
      const at = mark.endsWith(STAGE_MARKS.breach) ? clock.dueAt : clock.warnAt
      return clock.state === 'met' || (at !== null && at <= now)
    })
    .join(' ')
}

interface Waiting {
  readonly alert: SlaAlert
  readonly at: Date
}

function waitingOf(
  target: SlaTarget,
  { priority, slaTold }: Pick<Ticket, 'priority' | 'slaTold'>,
  sla: Sla,
  { calendar, quietHours }: SlaRules,
): readonly Waiting[] {
  const { state, dueAt, warnAt } = sla[target]
  if (state !== 'running' || dueAt === null || warnAt === null) return []
  const told = marksOf(slaTold)
  const breach: SlaAlert = { target, stage: 'breach' }
  const warning: SlaAlert = { target, stage: 'warning' }
  if (told.includes(markOf(breach))) return []
  const loud = (at: Date) => (quietHours === null ? at : endOfQuiet(at, quietHours, calendar.timeZone))
  const breachAt = priority === 'urgent' ? dueAt : loud(dueAt)
  const warningAt = loud(warnAt)
  const isWarned = told.includes(markOf(warning)) || warningAt >= breachAt
  return [{ alert: breach, at: breachAt }, ...(isWarned ? [] : [{ alert: warning, at: warningAt }])]
}

/** The moment itself, or the end of the quiet hours it falls into, by the clock on the wall. */
export function endOfQuiet(moment: Date, { from, to }: QuietHours, timeZone: string): Date {
  const local = DateTime.fromJSDate(moment, { zone: timeZone })
  const minute = local.hour * 60 + local.minute
  const overnight = from > to
  const isQuiet = overnight ? minute >= from || minute < to : minute >= from && minute < to
  if (!isQuiet) return moment
  const day = overnight && minute >= from ? local.plus({ days: 1 }) : local
  return day
    .startOf('day')
    .set({ hour: Math.floor(to / 60), minute: to % 60 })
    .toJSDate()
}

function markOf({ target, stage }: SlaAlert): string {
  return MARKS[target] + STAGE_MARKS[stage]
}

function marksOf(told: string): readonly string[] {
  return told.split(' ').filter((mark) => mark !== '')
}

function withMarks(told: string, alerts: readonly SlaAlert[]): string {
  return [...new Set([...marksOf(told), ...alerts.map(markOf)])].join(' ')
}
