import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { locale } from './chat-words.ts'
import { formatMoment } from './format.ts'
import { formatDateTime } from './format-date-time.ts'
import { playgroundNow } from './playground-now.ts'

/** Real milliseconds after which words such as "5 minutes ago" are looked at again. */
const REFRESH_MS = 5_000

interface Props {
  unixTime: number
  format: string
  /** What the sender wrote. */
  children: ComponentChildren
}

/** A moment in the time zone and the language of the reader. */
export function DateTime({ unixTime, format, children }: Props) {
  const [now, setNow] = useState(playgroundNow)
  useEffect(() => {
    if (format !== 'r') return
    const timer = setInterval(() => setNow(playgroundNow()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [format])
  return (
    <time class="chat-date-time" dateTime={isoOf(unixTime)} title={formatMoment(unixTime, locale.value)}>
      {formatDateTime(unixTime, format, now, locale.value) ?? children}
    </time>
  )
}

/** @returns undefined for what is no moment a calendar knows */
function isoOf(unixTime: number): string | undefined {
  const date = new Date(unixTime * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
