import type { Change } from '../../playground/protocol.ts'
import { rememberFirstSight } from './seen.ts'
import { applyChange, connection } from './world.ts'

/** How long until the next try where the browser has given up, milliseconds. */
const TRY_AGAIN_MS = 1_000

/**
 * Follows the server for as long as the page is open. The browser itself comes back after a loss and names what it saw last; what
 * the server then tells replaces nothing of the place the reader is at.
 */
export function connect(): void {
  const source = new EventSource('/playground/events')
  source.onopen = () => {
    connection.value = 'open'
  }
  source.onmessage = ({ data }) => {
    const change = JSON.parse(data) as Change
    applyChange(change)
    if (change.isWhole) rememberFirstSight()
  }
  source.onerror = () => {
    connection.value = 'lost'
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, TRY_AGAIN_MS)
  }
}
