import type { OutboxStore } from './outbox-port.ts'
import type { StoredCall } from './outgoing-call.ts'

const PAGE = 500
/** Every so many ticks everything waiting is read again. */
const FULL_SCAN_TICKS = 30

/** Reads newly waiting calls from the store, also those whose number became visible late. */
export interface OutboxScan {
  /** The next {@link OutboxScan.read} looks for what is new. */
  request(): void
  /** Once a second: looks further back, and every 30th time at everything. */
  tick(): void
  requestFull(): void
  readonly requested: boolean
  read(found: (call: StoredCall) => void): Promise<void>
}

export function createOutboxScan(outbox: Pick<OutboxStore, 'waiting'>): OutboxScan {
  /** The next read begins after this number; null: no read is wanted. */
  let from: number | null = 0
  let newest = 0
  let newestAtTick = 0
  let newestBefore = 0
  let ticks = 0

  const request = (after: number) => {
    from = Math.max(0, from === null ? after : Math.min(from, after))
  }

  return {
    request: () => request(newest),
    tick: () => {
      ticks += 1
      const isFull = ticks % FULL_SCAN_TICKS === 0
      request(isFull ? 0 : newestBefore)
      newestBefore = newestAtTick
      newestAtTick = newest
    },
    requestFull: () => request(0),
    get requested() {
      return from !== null
    },
    read: async (found) => {
      while (from !== null) {
        const start = from
        from = null
        let after = start
        try {
          for (let page = await outbox.waiting(after, PAGE); ; page = await outbox.waiting(after, PAGE)) {
            for (const call of page) found(call)
            after = page.at(-1)?.seq ?? after
            newest = Math.max(newest, after)
            if (page.length < PAGE) break
          }
        } catch (error) {
          request(start)
          throw error
        }
      }
    },
  }
}
