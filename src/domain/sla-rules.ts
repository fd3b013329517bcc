import { type BusinessCalendar, DAY_MS, HOUR_MS, type TimeSpan } from './business-calendar.ts'
import { PRIORITIES, type Priority } from './ticket.ts'

/** What a shop promises, and how its agents are reminded of it. */

/** Both are counted from when the ticket was filed. */
export interface SlaTargets {
  readonly firstResponse: TimeSpan
  readonly resolution: TimeSpan
}

/** Before a promise is broken its agents are warned: a share of the target before, or so many milliseconds of it. */
export type WarnBefore = { readonly share: number } | { readonly ms: number }

/** Minutes since midnight in the shop's zone; `to` may lie on the next day. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** Somebody to be mentioned: a username without `@`, or a Telegram id. */
export type OnDuty = string | number

/** As the owner writes them; what is left out has its default. */
export interface SlaSettings {
  readonly targets?: Readonly<Partial<Record<Priority, Partial<SlaTargets>>>>
  readonly onDuty?: readonly OnDuty[]
  readonly quietHours?: QuietHours
  readonly warnBefore?: WarnBefore
}

export interface SlaRules {
  readonly calendar: BusinessCalendar
  readonly targets: Readonly<Record<Priority, SlaTargets>>
  readonly onDuty: readonly OnDuty[]
  /** Null: there are none. */
  readonly quietHours: QuietHours | null
  /** Null: a quarter of the target, at most two hours. */
  readonly warnBefore: WarnBefore | null
}

/** Source: section 5 of the support guide the product follows. */
const DEFAULT_TARGETS: Readonly<Record<Priority, TimeSpan>> = {
  standard: { unit: 'hours', ms: 24 * HOUR_MS },
  urgent: { unit: 'hours', ms: 2 * HOUR_MS },
  complex: { unit: 'business-days', ms: 3 * DAY_MS },
}

/** The rules with all defaults. A resolution that is left out has as long as the first response. */
export function slaRulesOf(calendar: BusinessCalendar, settings: SlaSettings = {}): SlaRules {
  const targetsOf = (priority: Priority): SlaTargets => {
    const given = settings.targets?.[priority]
    const firstResponse = given?.firstResponse ?? DEFAULT_TARGETS[priority]
    return { firstResponse, resolution: given?.resolution ?? firstResponse }
  }
  const targets = Object.fromEntries(PRIORITIES.map((priority) => [priority, targetsOf(priority)]))
  return {
    calendar,
    targets: targets as Record<Priority, SlaTargets>,
    onDuty: settings.onDuty ?? [],
    quietHours: settings.quietHours ?? null,
    warnBefore: settings.warnBefore ?? null,
  }
}

const WARN_SHARE = 0.25
const WARN_MAX_MS = 2 * HOUR_MS

/** So much of the target is left when agents are warned; never more than half of it. Milliseconds as in TimeSpan. */
export function warningLead({ ms }: TimeSpan, warnBefore: WarnBefore | null): number {
  const wanted =
    warnBefore === null
      ? Math.min(ms * WARN_SHARE, WARN_MAX_MS)
      : 'ms' in warnBefore
        ? warnBefore.ms
        : ms * warnBefore.share
  return Math.round(Math.min(wanted, ms / 2))
}
