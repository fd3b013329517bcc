import { after, type BusinessCalendar, elapsed, type TimeSpan } from './business-calendar.ts'
import { type SlaRules, type SlaTargets, warningLead } from './sla-rules.ts'
import { PRIORITIES, type Priority, type Ticket, type TicketStatus } from './ticket.ts'
import type { TicketEvent } from './ticket-message.ts'

/** How a ticket stands with one of its two promises. */
export interface SlaClock {
  /** `paused`: the customer is asked. `stopped`: the ticket ended without it. */
  readonly state: 'running' | 'paused' | 'met' | 'stopped'
  /** When it runs out, or ran out; null where it stands still and had time left. */
  readonly dueAt: Date | null
  /** When agents are to be warned, or were; null where it stands still before that. */
  readonly warnAt: Date | null
  readonly metAt: Date | null
  readonly isBreached: boolean
  /** In the target's unit; over by so much where negative. */
  readonly left: TimeSpan
}

export interface Sla {
  readonly firstResponse: SlaClock
  readonly resolution: SlaClock
}

/** The two promises of a ticket. */
export type SlaTarget = keyof SlaTargets

type TicketFacts = Pick<Ticket, 'createdAt' | 'firstReplyAt' | 'priority'>
type History = readonly Pick<TicketEvent, 'kind' | 'before' | 'after' | 'at'>[]

/**
 * How a ticket stands with what was promised, out of its history alone. Time counts while it is the shop's move (`new`, `open`): not
 * while the customer is asked, and of a reopened ticket not while it was resolved. The first response is an agent's first message, or
 * the resolution where it came without one.
 * @param history all of the ticket's events, oldest first
 */
export function slaOf(ticket: TicketFacts, history: History, rules: SlaRules, now: Date): Sla {
  const steps = stepsOf(ticket, history)
  const firstResolved = steps.find(({ status }) => status === 'resolved')?.at ?? null
  const clock = (target: SlaTarget, metAt: Date | null) =>
    clockOf({ ticket, history, steps, rules, now, target, metAt })
  return {
    firstResponse: clock('firstResponse', earlierOf(ticket.firstReplyAt, firstResolved)),
    resolution: clock('resolution', resolvedAt(steps)),
  }
}

interface Step {
  readonly status: TicketStatus
  readonly at: Date
}

function stepsOf({ createdAt }: TicketFacts, history: History): readonly Step[] {
  const changes = history.filter(({ kind }) => kind === 'status-changed')
  return [
    { status: 'new', at: createdAt },
    ...changes.map(({ after: status, at }) => ({ status: status as TicketStatus, at })),
  ]
}

/** Of a ticket that is resolved now, or was when it was closed. */
function resolvedAt(steps: readonly Step[]): Date | null {
  const last = steps.at(-1)?.status
  if (last !== 'resolved' && last !== 'closed') return null
  return steps.findLast(({ status }) => status === 'resolved')?.at ?? null
}

function earlierOf(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

interface Question {
  readonly ticket: TicketFacts
  readonly history: History
  readonly steps: readonly Step[]
  readonly rules: SlaRules
  readonly now: Date
  readonly target: SlaTarget
  readonly metAt: Date | null
}

function clockOf(question: Question): SlaClock {
  const { rules, now, metAt, steps } = question
  const { calendar } = rules
  const runs = runsUntil(steps, metAt)
  const promise = promiseOf(question, runs)
  const dueAt = dueOf(calendar, runs, promise)
  const end = metAt ?? now
  return {
    state: metAt === null ? stateOf(steps) : 'met',
    dueAt,
    warnAt: dueOf(calendar, runs, promise, warningLead(promise.target, rules.warnBefore)),
    metAt,
    isBreached: dueAt !== null && (metAt === null ? now >= dueAt : metAt > dueAt),
    left: { unit: promise.target.unit, ms: leftOf(calendar, runs, promise, end) },
  }
}

function stateOf(steps: readonly Step[]): SlaClock['state'] {
  const status = steps.at(-1)?.status ?? 'new'
  if (isOurs(status)) return 'running'
  return status === 'pending' || status === 'resolved' ? 'paused' : 'stopped'
}

function isOurs(status: TicketStatus): boolean {
  return status === 'new' || status === 'open'
}

/** A stretch of time that counts. */
interface Run {
  readonly from: Date
  /** Null: it goes on, or what was promised was done in it. */
  readonly to: Date | null
}

function runsUntil(steps: readonly Step[], metAt: Date | null): readonly Run[] {
  const runs: Run[] = []
  for (const [index, { status, at }] of steps.entries()) {
    if (!isOurs(status)) continue
    const next = steps[index + 1]?.at ?? null
    if (metAt !== null && at >= metAt && runs.length > 0) break
    const isLast = metAt !== null && (next === null || next >= metAt)
    const before = runs.at(-1)
    const to = isLast ? null : next
    if (before?.to?.getTime() === at.getTime()) runs[runs.length - 1] = { from: before.from, to }
    else runs.push({ from: at, to })
    if (isLast) break
  }
  return runs
}

/** So much time, counted from a moment. */
interface Measure {
  readonly from: Date
  readonly target: TimeSpan
}

/**
 * What is promised under the priority the ticket has now, reckoned from when it was filed. A change of priority breaks no promise by
 * itself: a stricter one has its whole time from the change on, unless what was promised before comes first.
 */
function promiseOf({ ticket, history, rules, now, target, metAt }: Question, runs: readonly Run[]): Measure {
  const { calendar, targets } = rules
  const changes = history.filter(
    ({ kind, at }) => kind === 'priority-changed' && (metAt === null || at < metAt),
  )
  const measure = (from: Date, priority: string | null): Measure => ({
    from,
    target: targets[isPriority(priority) ? priority : ticket.priority][target],
  })
  const runsOutAt = (one: Measure) =>
    dueOf(calendar, runs, one) ??
    after(calendar, now, { unit: one.target.unit, ms: leftOf(calendar, runs, one, now) })
  const later = (one: Measure, other: Measure) => (runsOutAt(one) >= runsOutAt(other) ? one : other)
  const earlier = (one: Measure, other: Measure) => (later(one, other) === one ? other : one)
  let promise = measure(ticket.createdAt, changes[0]?.before ?? null)
  for (const { after: priority, at } of changes) {
    const whole = measure(ticket.createdAt, priority)
    promise = later(whole, earlier(measure(at, priority), promise))
  }
  return promise
}

function isPriority(word: string | null): word is Priority {
  return (PRIORITIES as readonly (string | null)[]).includes(word)
}

/** When the measure runs out, or all but `short` of it; null where the clock stands still before that. */
function dueOf(
  calendar: BusinessCalendar,
  runs: readonly Run[],
  { from, target }: Measure,
  short = 0,
): Date | null {
  let left = target.ms - short
  for (const run of runs) {
    const begin = run.from > from ? run.from : from
    if (run.to !== null && run.to <= begin) continue
    const at = after(calendar, begin, { unit: target.unit, ms: left })
    if (run.to === null || at <= run.to) return at
    left -= elapsed(calendar, target.unit, begin, run.to)
  }
  return null
}

function leftOf(
  calendar: BusinessCalendar,
  runs: readonly Run[],
  { from, target }: Measure,
  until: Date,
): number {
  let left = target.ms
  for (const run of runs) {
    const begin = run.from > from ? run.from : from
    const end = run.to === null || run.to > until ? until : run.to
    left -= elapsed(calendar, target.unit, begin, end)
  }
  return left
}
