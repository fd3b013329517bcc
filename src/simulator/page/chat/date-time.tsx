import type { ComponentChildren } from 'preact'
import { useChat } from './chat-scope.ts'
import { formatMoment } from './format.ts'
import { formatDateTime } from './format-date-time.ts'
import { useNow } from './use-now.ts'

interface Props {
  unixTime: number
  format: string
  /** What the sender wrote. */
  children: ComponentChildren
}

/** A moment in the time zone and the language of the reader. */
export function DateTime({ unixTime, format, children }: Props) {
  const { locale } = useChat()
  const now = useNow(format === 'r')
  return (
    <time class="chat-date-time" dateTime={isoOf(unixTime)} title={formatMoment(unixTime, locale)}>
      {formatDateTime(unixTime, format, now, locale) ?? children}
    </time>
  )
}

/** @returns undefined for what is no moment a calendar knows */
function isoOf(unixTime: number): string | undefined {
  const date = new Date(unixTime * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
