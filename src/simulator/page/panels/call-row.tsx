import { useSignal } from '@preact/signals'
import { Component } from 'preact'
import type { CallView } from '../../playground/protocol.ts'
import { formatWorldTime } from '../frame/world-clock.tsx'
import { words } from '../words/words.ts'
import { shortParams } from './call-filter.ts'

/** Characters of the parameters in the closed row. */
const MAX_SHORT = 200

/** A call never changes, so its row is drawn once. */
export class CallRow extends Component<{ call: CallView }> {
  override shouldComponentUpdate(next: { call: CallView }): boolean {
    return next.call !== this.props.call
  }

  render() {
    return <Row call={this.props.call} />
  }
}

function Row({ call }: { call: CallView }) {
  const { panel } = words.value
  const isOpen = useSignal(false)
  const { at, method, isOk, tookMs, error } = call
  const time = formatWorldTime(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return (
    <details
      class="call"
      data-ok={isOk}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>
        <span class="call-head">
          <time>{time}</time>
          <strong>{method}</strong>
          <span class="call-end">
            <span class="quiet">{panel.ms(Math.round(tookMs))}</span>
            <span class="call-state">{isOk ? panel.ok : panel.failed}</span>
          </span>
        </span>
        <span class="call-params cut quiet">{shortParams(call).slice(0, MAX_SHORT)}</span>
        {error ? <span class="call-error">{error}</span> : null}
      </summary>
      {isOpen.value ? <CallDetails call={call} /> : null}
    </details>
  )
}

function CallDetails({ call: { params, at, isOk, wasApplied } }: { call: CallView }) {
  const { panel } = words.value
  const when = formatWorldTime(at, { dateStyle: 'medium', timeStyle: 'medium' })
  const outcome = wasApplied ? panel.doneAllTheSame : panel.notDone
  return (
    <div class="call-details">
      <p class="quiet small">{isOk ? when : `${when} · ${outcome}`}</p>
      <pre>{JSON.stringify(params, null, 2)}</pre>
    </div>
  )
}
