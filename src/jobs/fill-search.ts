import type { Clock, Log } from '../delivery/ports.ts'

/** After a portion the others' turn comes for as long as it took, and at least for so long. Milliseconds. */
const SHORTEST_PAUSE_MS = 5
const AFTER_FAILURE_MS = 30_000

export interface SearchFillDeps {
  /** Makes one portion findable. @returns whether there is more */
  readonly fill: () => Promise<boolean>
  readonly clock: Clock
  readonly log: Log
}

export interface SearchFill {
  start(): void
  stop(): Promise<void>
}

/** Makes what was there before the search findable, in the background and a portion at a time; then it has nothing more to do. */
export function createSearchFill({ fill, clock, log }: SearchFillDeps): SearchFill {
  let running = false
  let cancel = () => {}
  let hand = Promise.resolve()
  const later = (ms: number) => {
    if (!running) return
    cancel = clock.setTimer(ms, () => {
      hand = portion()
    })
  }
  const portion = async () => {
    const begunAt = performance.now()
    try {
      if (await fill()) later(Math.max(SHORTEST_PAUSE_MS, performance.now() - begunAt))
    } catch (error) {
      log.error({ err: error }, 'What can be found could not be made complete; it is tried again')
      later(AFTER_FAILURE_MS)
    }
  }
  return {
    start() {
      if (running) return
      running = true
      later(SHORTEST_PAUSE_MS)
    },
    async stop() {
      running = false
      cancel()
      await hand
    },
  }
}
