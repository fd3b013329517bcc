import type { Texts } from './texts.ts'

const MINUTE_MS = 60_000

/** How long something takes, in its two largest measures: «2 ч 15 мин», «3 дн. 4 ч». Less than a minute is one. @param ms not negative */
export function formatSpan(t: Texts, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return t.plain('span-days', { days, hours: hours % 24 })
  if (hours > 0) return t.plain('span-hours', { hours, minutes: minutes % 60 })
  return t.plain('span-minutes', { minutes })
}
