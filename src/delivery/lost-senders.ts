import type { DispatchDesk } from './dispatch-desk.ts'
import type { StoredCall } from './outgoing-call.ts'
import { settleOrphan } from './send-flight.ts'

/**
 * Finds calls that are marked as being sent although nobody sends them. Those of another process that says it lives are left
 * to it, even though it no longer is the one that sends: it may have their answers. Until it has stored them, or has given the
 * calls back, their streams wait. The first look, after a start, believes the store; later ones count a call of our own only
 * when it is seen twice, since it may have been answered in between.
 * @returns looks once more, and gives the chats in which something was found, and whether a stream need not wait any longer
 */
export function createLostSenderSearch(
  desk: DispatchDesk,
): (isFirst: boolean) => Promise<{ readonly chats: readonly number[]; readonly isFreed: boolean }> {
  let suspects = new Set<string>()

  return async (isFirst) => {
    const now = desk.clock.now()
    const elsewhere = await desk.outbox.busyElsewhere(desk.sender, now)
    const orphans = (await desk.outbox.orphans(desk.sender, now)).filter(
      (call) => !desk.flying.has(call.id) && !desk.pool.has(call.id),
    )
    const isLost = (call: StoredCall) =>
      call.sender === desk.sender ? isFirst || suspects.has(attemptOf(call)) : desk.mayJudge()
    const lost = orphans.filter(isLost)
    const doubtful = orphans.filter((call) => !lost.includes(call))
    suspects = new Set(orphans.map(attemptOf))
    for (const call of lost) await settleOrphan(desk, call)
    const before = desk.busyElsewhere
    desk.busyElsewhere = new Set([...elsewhere, ...doubtful.map((call) => call.stream)])
    const isFreed = [...before].some((stream) => !desk.busyElsewhere.has(stream))
    return { chats: lost.map((call) => call.chatId), isFreed }
  }
}

const attemptOf = (call: StoredCall) => `${call.id} ${call.attempts}`
