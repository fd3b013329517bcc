import type { DispatchDesk } from './dispatch-desk.ts'
import type { StoredCall } from './outgoing-call.ts'
import { settleOrphan } from './send-flight.ts'

/**
 * Finds calls that are marked as being sent although nobody sends them. Those of another process that says it lives are left
 * to it, even though it no longer is the one that sends: it may have their answers. The first look, after a start, believes
 * the store; later ones count a call of our own only when it is seen twice, since it may have been answered in between.
 * @returns looks once more, and gives the chats in which something was found
 */
export function createLostSenderSearch(desk: DispatchDesk): (isFirst: boolean) => Promise<readonly number[]> {
  let suspects = new Set<string>()

  return async (isFirst) => {
    const orphans = (await desk.outbox.orphans(desk.sender, desk.clock.now())).filter(
      (call) => !desk.flying.has(call.id) && !desk.pool.has(call.id),
    )
    const confirmed = orphans.filter(
      (call) => isFirst || call.sender !== desk.sender || suspects.has(attemptOf(call)),
    )
    suspects = new Set(orphans.map(attemptOf))
    for (const call of confirmed) await settleOrphan(desk, call)
    return confirmed.map((call) => call.chatId)
  }
}

const attemptOf = (call: StoredCall) => `${call.id} ${call.attempts}`
