import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseLocation } from '../../src/persistence/open-database.ts'
import { queryTestDatabase } from './database.ts'

/** How long the work at hand may take to come to its end. Milliseconds. */
const WITHIN_MS = 120_000
const LEFT_OVER = `SELECT (SELECT count(*) FROM inbox_events WHERE status = 'waiting')
  + (SELECT count(*) FROM outbox_calls WHERE status IN ('waiting', 'sending')) AS left_over`

/** Resolves when nothing waits in the inbox and the outbox, whichever processes work on them. */
export async function untilQuiet(location: DatabaseLocation): Promise<void> {
  const givenUpAt = performance.now() + WITHIN_MS
  for (let quiet = 0; quiet < 3; quiet += 1) {
    const [row] = await queryTestDatabase(location, LEFT_OVER)
    if (Number(row?.left_over) > 0) quiet = -1
    if (performance.now() > givenUpAt) throw new Error('The work does not come to its end')
    await pause(100)
  }
}
