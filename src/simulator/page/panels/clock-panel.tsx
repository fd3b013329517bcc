import { useSignal } from '@preact/signals'
import { Field } from '../frame/field.tsx'
import { formatWorldTime, useWorldTime } from '../frame/world-clock.tsx'
import { act } from '../store/act.ts'
import { settings } from '../store/world.ts'
import { words } from '../words/words.ts'
import { Leaps } from './leaps.tsx'
import { MAX_POSITION, positionOf, speedAt } from './speeds.ts'

/** The time of the playground, how fast it passes, and leaps ahead. */
export function ClockPanel() {
  const { panel } = words.value
  const now = useWorldTime()
  return (
    <section class="panel-part">
      <h2>{panel.tabs.clock}</h2>
      <p class="quiet small">{panel.clockHint}</p>
      {now === null ? null : (
        <p class="big-clock" role="timer" aria-label={panel.now}>
          <time dateTime={new Date(now).toISOString()}>
            {formatWorldTime(now, { timeStyle: 'medium' })}
            <span class="quiet small block">{formatWorldTime(now, { dateStyle: 'full' })}</span>
          </time>
        </p>
      )}
      <SpeedSlider />
      <Leaps />
    </section>
  )
}

function SpeedSlider() {
  const { panel } = words.value
  /** Where the hand holds it, before it is let go. */
  const held = useSignal<number | null>(null)
  const speed = held.value === null ? (settings.value?.speed ?? 1) : speedAt(held.value)
  const said = speed === 1 ? panel.realTime : panel.times(speed)
  const set = async (position: number) => {
    await act({ do: 'set-speed', speed: speedAt(position) })
    held.value = null
  }
  return (
    <Field label={panel.speed} hint={`×${speed}: ${said}`}>
      {(id) => (
        <input
          id={id}
          type="range"
          min={0}
          max={MAX_POSITION}
          step={0.5}
          value={held.value ?? positionOf(speed)}
          aria-valuetext={said}
          onInput={({ currentTarget }) => {
            held.value = Number(currentTarget.value)
          }}
          onChange={({ currentTarget }) => void set(Number(currentTarget.value))}
        />
      )}
    </Field>
  )
}
