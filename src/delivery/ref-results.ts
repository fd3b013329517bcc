import type { OutboxStore, PastCall } from './outbox-port.ts'
import type { StoredCall } from './outgoing-call.ts'
import { type RefLookup, refsIn, resolveRefs } from './resolve-refs.ts'

/** So many results of past calls stay in memory; older ones are asked of the store. */
const KEPT = 5_000

/** Pruned, or never put. */
const GONE: PastCall = { status: 'failed', chatId: 0, result: null }

/** What is known of the calls that others refer to. */
export interface RefResults {
  readonly lookup: RefLookup
  /** Has it to wait for another call? What is not known yet is noted for {@link RefResults.loadMissing}. */
  isBlocked(call: StoredCall): boolean
  /** Asks the store for what was not known. @returns false when nothing was missing */
  loadMissing(): Promise<boolean>
  /** Forgets that calls were seen waiting, so that the next look asks again. */
  lookAgain(): void
  remember(id: string, call: PastCall): void
  clear(): void
}

/** @param isPending is this call waiting or in flight here? */
export function createRefResults(
  outbox: Pick<OutboxStore, 'results'>,
  isPending: (id: string) => boolean,
): RefResults {
  const known = new Map<string, PastCall>()
  const waitingElsewhere = new Set<string>()
  const missing = new Set<string>()
  const waiting = { status: 'waiting', chatId: 0, result: null } as const

  const lookup: RefLookup = (id) => {
    if (isPending(id) || waitingElsewhere.has(id)) return waiting
    const found = known.get(id)
    if (!found) missing.add(id)
    return found ?? waiting
  }

  const remember: RefResults['remember'] = (id, call) => {
    known.delete(id)
    known.set(id, call)
    const oldest = known.keys().next().value
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  }

  return {
    lookup,
    isBlocked: (call) => {
      // Looks up all of them, so that the missing ones are loaded together.
      for (const ref of refsIn(call.payload)) lookup(ref.$ref)
      return resolveRefs(call.payload, call.chatId, lookup).kind === 'waiting'
    },
    loadMissing: async () => {
      if (missing.size === 0) return false
      const ids = [...missing]
      missing.clear()
      const results = await outbox.results(ids)
      for (const id of ids) {
        const found = results.get(id)
        if (found?.status === 'waiting' || found?.status === 'sending') waitingElsewhere.add(id)
        else remember(id, found ?? GONE)
      }
      return true
    },
    lookAgain: () => waitingElsewhere.clear(),
    remember,
    clear: () => {
      known.clear()
      waitingElsewhere.clear()
      missing.clear()
    },
  }
}
