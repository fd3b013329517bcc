import { type Signal, useComputed, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Check } from '../frame/field.tsx'
import { Icon } from '../frame/icons.tsx'
import { calls } from '../store/world.ts'
import { words } from '../words/words.ts'
import { type CallFilter, matchesCall } from './call-filter.ts'
import { CallRow } from './call-row.tsx'
import { useFollowEnd } from './follow-end.ts'

/** So many are drawn at first, and so many more each time. */
const PORTION = 200

/** What the bot asked of the server and what it was told, newest at the bottom. */
export function CallLog() {
  const { panel } = words.value
  const filter = useSignal<CallFilter>({ text: '', errorsOnly: false })
  /** The newest call that is shown while the log is paused. */
  const pausedAt = useSignal<number | null>(null)
  const wantedCount = useSignal(PORTION)
  const matching = useComputed(() => {
    const limit = pausedAt.value ?? Number.POSITIVE_INFINITY
    return calls.value.filter((call) => call.n <= limit && matchesCall(call, filter.value))
  })
  const shown = matching.value.slice(-wantedCount.value)
  const earlier = matching.value.length - shown.length
  const newest = calls.value.at(-1)?.n ?? 0
  return (
    <div class="call-log">
      <CallTools filter={filter} pausedAt={pausedAt} newest={newest} />
      <Rows>
        {earlier > 0 ? (
          <button
            type="button"
            class="button small"
            onClick={() => {
              wantedCount.value += PORTION
            }}
          >
            {panel.earlier(Math.min(earlier, PORTION))}
          </button>
        ) : null}
        {shown.length === 0 ? (
          <p class="quiet">{calls.value.length === 0 ? panel.noCalls : panel.noMatches}</p>
        ) : null}
        {shown.map((call) => (
          <CallRow key={call.n} call={call} />
        ))}
      </Rows>
      {pausedAt.value !== null && newest > pausedAt.value ? (
        <p class="quiet small since-pause">{panel.later(newest - pausedAt.value)}</p>
      ) : null}
    </div>
  )
}

interface CallToolsProps {
  filter: Signal<CallFilter>
  pausedAt: Signal<number | null>
  newest: number
}

function CallTools({ filter, pausedAt, newest }: CallToolsProps) {
  const { panel } = words.value
  const isPaused = pausedAt.value !== null
  return (
    <div class="call-tools">
      <input
        type="search"
        placeholder={panel.filter}
        aria-label={panel.filter}
        value={filter.value.text}
        onInput={({ currentTarget }) => {
          filter.value = { ...filter.value, text: currentTarget.value }
        }}
      />
      <Check
        label={panel.errorsOnly}
        isChecked={filter.value.errorsOnly}
        onChange={(errorsOnly) => {
          filter.value = { ...filter.value, errorsOnly }
        }}
      />
      <button
        type="button"
        class="button small"
        aria-pressed={isPaused}
        onClick={() => {
          pausedAt.value = isPaused ? null : newest
        }}
      >
        <Icon name={isPaused ? 'play' : 'pause'} />
        {isPaused ? panel.resume : panel.pause}
      </button>
    </div>
  )
}

/** Stays at the end as calls come, unless the reader has scrolled up from it. */
function Rows({ children }: { children: ComponentChildren }) {
  const scroller = useRef<HTMLElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  useFollowEnd(scroller, rows)
  return (
    <section ref={scroller} class="calls" aria-label={words.value.panel.log}>
      <div ref={rows}>{children}</div>
    </section>
  )
}
