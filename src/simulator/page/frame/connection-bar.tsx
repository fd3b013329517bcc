import { connection } from '../store/world.ts'
import { words } from '../words/words.ts'

/** Says quietly when the page does not hear the server. */
export function ConnectionBar() {
  const { frame } = words.value
  const state = connection.value
  return (
    <p class="connection-bar" role="status" data-state={state}>
      {state === 'open' ? '' : state === 'lost' ? frame.lost : frame.connecting}
    </p>
  )
}
