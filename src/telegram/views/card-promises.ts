import { DAY_MS, HOUR_MS, type TimeSpan } from '../../domain/business-calendar.ts'
import { answerBy } from '../../domain/promise.ts'
import type { Sla, SlaClock } from '../../domain/sla.ts'
import { formatMoment, tellDistance } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import type { CardLine, CardSource } from './card-facts.ts'

const MINUTE_MS = 60_000

/** What is promised, and what is left of it: the answer until there is one, then the solution. */
export function promiseLines(t: Texts, timeZone: string, source: CardSource): readonly CardLine[] {
  const { ticket, sla } = source
  const { firstResponse, resolution } = sla
  const answer = {
    ...{ running: 'card-label-promised', still: 'card-label-answer' },
    ...{ clock: firstResponse, by: answerBy(ticket) },
  }
  const solution = {
    ...{ running: 'card-label-resolve-by', still: 'card-label-solution' },
    ...{ clock: resolution, by: resolution.dueAt },
  }
  const lines = firstResponse.metAt !== null ? [solution] : isOneTime(sla) ? [answer] : [answer, solution]
  return lines.flatMap(({ running, still, clock, by }) => {
    const value = clockWords(t, timeZone, clock, by)
    if (value === null) return []
    return { label: t.plain(typeof value === 'string' ? still : running), value }
  })
}

function isOneTime({ firstResponse, resolution }: Sla): boolean {
  const isSameLeft =
    firstResponse.left.ms === resolution.left.ms && firstResponse.left.unit === resolution.left.unit
  return isSameLeft && firstResponse.dueAt?.getTime() === resolution.dueAt?.getTime()
}

/** Where it runs, with the time left, which the reader's client writes and keeps true. */
function clockWords(t: Texts, timeZone: string, clock: SlaClock, by: Date | null): CardLine['value'] | null {
  if (clock.state === 'met') return t.plain(clock.isBreached ? 'card-promise-late' : 'card-promise-kept')
  if (clock.state === 'stopped') return null
  if (clock.state === 'paused' && !clock.isBreached)
    return t.plain('card-promise-paused', { left: timeLeft(t, clock.left) })
  if (by === null) return null
  const moment = formatMoment(by, t.language, timeZone)
  const distance = tellDistance(by, t.plain('promise-distance'))
  const remark = remarkOn(clock, by)
  return [`${moment} (`, distance, ')', ...(remark === null ? [] : [`, ${t.plain(remark)}`])]
}

/** The customer may have been told a later time. */
function remarkOn({ isBreached, dueAt }: SlaClock, by: Date): string | null {
  if (dueAt !== null && by > dueAt) return isBreached ? 'card-promise-first-breached' : 'card-promise-moved'
  return isBreached ? 'card-promise-breached' : null
}

/** A length of time in words, rounded down: it stands still. */
function timeLeft(t: Texts, { unit, ms }: TimeSpan): string {
  const whole = Math.max(0, ms)
  const days = Math.floor(whole / DAY_MS)
  const hours = Math.floor(whole / HOUR_MS)
  const minutes = Math.floor((whole % HOUR_MS) / MINUTE_MS)
  if (unit === 'business-days') return t.plain('left-business-days', { days, hours: hours % 24 })
  return t.plain(unit === 'hours' ? 'left-hours' : 'left-business-hours', { hours, minutes })
}
