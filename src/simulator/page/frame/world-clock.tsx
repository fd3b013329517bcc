import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { openPanel } from '../store/here.ts'
import { settings, settingsAt } from '../store/world.ts'
import { worldTime } from '../store/world-time.ts'
import { language, words } from '../words/words.ts'

/** How often the hands move, milliseconds. */
const TICK_MS = 500

/** The playground's time now; the component that asks is drawn again as it passes. */
export function useWorldTime(): number | null {
  const realNow = useSignal(Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      realNow.value = Date.now()
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [realNow])
  const told = settings.value
  return told && worldTime(told, realNow.value - settingsAt.value)
}

export function formatWorldTime(now: number, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language.value, style).format(now)
}

/** In the bar above: the time, and how fast it passes when that is not as usual. */
export function WorldClock() {
  const now = useWorldTime()
  const speed = settings.value?.speed ?? 1
  if (now === null) return null
  return (
    <button
      type="button"
      class="world-clock"
      title={words.value.frame.worldTime}
      onClick={() => openPanel('clock')}
    >
      <span class="for-reader">{words.value.frame.worldTime}: </span>
      <time dateTime={new Date(now).toISOString()}>
        <span class="date">
          {formatWorldTime(now, { weekday: 'short', day: 'numeric', month: 'short' })}{' '}
        </span>
        {formatWorldTime(now, { timeStyle: 'short' })}
      </time>
      {speed === 1 ? null : <span class="chip">×{speed}</span>}
    </button>
  )
}
