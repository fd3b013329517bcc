/**
 * A moment as a `date_time` entity wants it shown, in the time zone of the reader.
 * https://core.telegram.org/bots/api#date-time-entity-formatting
 * @param format `r`, or some of `w`, `d` or `D`, and `t` or `T`
 * @param now what `r` is relative to. Milliseconds.
 * @returns null where the text is to be shown as it is
 */
export function formatDateTime(unixTime: number, format: string, now: number, locale: string): string | null {
  if (format === 'r') return relative(unixTime * 1000 - now, locale)
  const options: Intl.DateTimeFormatOptions = {}
  if (format.includes('w')) options.weekday = 'long'
  if (format.includes('d')) Object.assign(options, { day: '2-digit', month: '2-digit', year: '2-digit' })
  if (format.includes('D')) Object.assign(options, { day: 'numeric', month: 'long', year: 'numeric' })
  if (/t/i.test(format)) Object.assign(options, { hour: '2-digit', minute: '2-digit' })
  if (format.includes('T')) options.second = '2-digit'
  if (Object.keys(options).length === 0) return null
  return new Intl.DateTimeFormat(locale, options).format(unixTime * 1000)
}

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

function relative(ms: number, locale: string): string {
  const [unit, size] = STEPS.find(([, each]) => Math.abs(ms) >= each) ?? ['second', 1_000]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(ms / size), unit)
}
