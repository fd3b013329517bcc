import { useSignal } from '@preact/signals'
import type { SwitchView } from '../../playground/protocol.ts'
import { act } from '../store/act.ts'
import { words } from '../words/words.ts'

/** What whoever runs the playground offers besides. */
export function Switches({ switches }: { switches: readonly SwitchView[] }) {
  if (switches.length === 0) return null
  return (
    <section class="panel-part">
      <h2>{words.value.panel.switches}</h2>
      <ul class="switches">
        {switches.map((each) => (
          <Switch key={each.id} offered={each} />
        ))}
      </ul>
    </section>
  )
}

function Switch({ offered: { id, label, hint, state } }: { offered: SwitchView }) {
  const isBusy = useSignal(false)
  const run = async () => {
    isBusy.value = true
    await act({ do: 'switch', id })
    isBusy.value = false
  }
  return (
    <li>
      <button type="button" class="button" aria-busy={isBusy} disabled={isBusy} onClick={() => void run()}>
        {label}
      </button>
      <p class="quiet small">{hint}</p>
      <p class="small" role="status">
        {state}
      </p>
    </li>
  )
}
