import { useSignal } from '@preact/signals'
import { connection } from '../store/world.ts'
import { words } from '../words/words.ts'
import { NewPersonDialog } from './new-person-dialog.tsx'

/** A world without people. */
export function NobodyYet() {
  const isAsking = useSignal(false)
  const { phone } = words.value
  if (connection.value !== 'open') return null
  return (
    <div class="nobody">
      <h2>{phone.nobody}</h2>
      <p class="quiet">{phone.nobodyHint}</p>
      <button type="button" class="button primary" onClick={() => (isAsking.value = true)}>
        {phone.newPerson}
      </button>
      {isAsking.value ? <NewPersonDialog side="left" onClose={() => (isAsking.value = false)} /> : null}
    </div>
  )
}
