import type { Kept } from '../domain/figures.ts'
import { LOCALES } from '../texts/format-moment.ts'
import type { Texts } from '../texts/texts.ts'

const MINUTE_MS = 60_000
const HOUR = 60
const DAY = 24 * HOUR

/** Two units at most, and as exact as it needs: «25 мин», «2 ч 10 мин», «3 дн 4 ч». @param ms milliseconds */
export function formatDuration(t: Texts, ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < HOUR) return t.plain('duration-minutes', { minutes: Math.max(1, minutes) })
  if (minutes < DAY) {
    const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR]
    return rest === 0
      ? t.plain('duration-hours', { hours })
      : t.plain('duration-hours-minutes', { hours, minutes: rest })
  }
  const inHours = Math.round(minutes / HOUR)
  const [days, hours] = [Math.floor(inHours / 24), inHours % 24]
  return hours === 0 ? t.plain('duration-days', { days }) : t.plain('duration-days-hours', { days, hours })
}

/** Null: no promise is due. Rounded down, so that 100 % is said of all alone. */
export function formatShare(t: Texts, { kept, due }: Kept): string | null {
  if (due === 0) return null
  const percent = Math.floor((100 * kept) / due)
  return new Intl.NumberFormat(LOCALES[t.language], { style: 'percent' }).format(percent / 100)
}

export function formatMean(t: Texts, mean: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(LOCALES[t.language], digits).format(mean)
}
