import { setTimeout as wait } from 'node:timers/promises'

/** How long work waits, in ms, for another process that holds the file's lock. */
export const BUSY_TIMEOUT_MS = 5000

/** Milliseconds between two tries. */
const PAUSE_MS = 5

interface Script {
  executeScript(script: string): Promise<void>
}

/** Prisma's adapter calls SQLITE_BUSY a time-out. */
function isBusy(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  return typeof cause === 'object' && cause !== null && 'kind' in cause && cause.kind === 'SocketTimeout'
}

/**
 * Takes the file's write lock. SQLite itself would wait with the whole process standing still, for ever where the lock's
 * holder is in the same process; so it is asked again and again instead. IMMEDIATE: a transaction that reads first and
 * writes later would fail at once where another process wrote in between.
 * @throws the driver's error when the lock is still held after {@link BUSY_TIMEOUT_MS}
 */
export async function beginImmediate(connection: Script): Promise<void> {
  const givenUpAt = performance.now() + BUSY_TIMEOUT_MS
  await connection.executeScript('PRAGMA busy_timeout = 0')
  try {
    for (;;) {
      try {
        return await connection.executeScript('BEGIN IMMEDIATE')
      } catch (error) {
        if (!isBusy(error) || performance.now() > givenUpAt) throw error
      }
      await wait(PAUSE_MS)
    }
  } finally {
    await connection.executeScript(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}
