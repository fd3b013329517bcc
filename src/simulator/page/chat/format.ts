/** How times, sizes and durations are written. `locale` as Intl takes it; the time zone is the browser's. */

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}

/** Hours and minutes. Unix seconds. */
export function formatTime(unixTime: number, locale: string): string {
  return formatter(locale, { timeStyle: 'short' }).format(unixTime * 1000)
}

/** Everything there is to say about a moment, for a tooltip. Unix seconds. */
export function formatMoment(unixTime: number, locale: string): string {
  if (Number.isNaN(new Date(unixTime * 1000).getTime())) return ''
  return formatter(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(unixTime * 1000)
}

/** The day of a separator: today, yesterday, or its date. Milliseconds. */
export function formatDay(at: number, now: number, locale: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000)
  if (days === 0 || days === -1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return formatter(locale, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** The midnight a moment's day began with, by the clock of the browser. Milliseconds. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const unit = UNITS[power] ?? 'byte'
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  const parts = new Intl.NumberFormat(locale, options).formatToParts(bytes / 1024 ** power)
  // English has no short name for it there.
  return parts.map(({ type, value }) => (type === 'unit' && value === 'byte' ? 'B' : value)).join('')
}

/** A part of a whole, from 0 to 1, in whole percent. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** Minutes and seconds, as `3:07`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = two(whole % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}
