import type { CallFailure } from './classify-failure.ts'
import type { NextStep } from './decide-next-step.ts'
import { type DispatchDesk, notify, persist } from './dispatch-desk.ts'
import type { HeldChat } from './outbox-port.ts'
import type { StoredCall } from './outgoing-call.ts'

/** The chat can't be reached: these calls, and all behind them, wait. */
export async function holdChat(
  desk: DispatchDesk,
  chatId: number,
  calls: readonly StoredCall[],
  step: NextStep & { kind: 'hold' },
): Promise<void> {
  const before = desk.holds.get(chatId)
  const now = desk.clock.now()
  const held: HeldChat = {
    chatId,
    reason: step.reason,
    since: before?.since ?? now,
    nextTryAt: new Date(now.getTime() + step.tryInMs),
    tries: (before?.tries ?? 0) + 1,
    callId: calls[0]?.id ?? '',
  }
  if (before?.reason !== step.reason)
    desk.log.warn({ chatId, reason: step.reason }, 'A chat cannot be reached: what is meant for it waits')
  await persist(desk, 'Hold not stored', async () => {
    told(desk, await desk.outbox.holdChat(held, calls, desk.laneOfChat(chatId), now))
    await desk.holds.read()
  })
  for (const call of calls)
    desk.pool.add({ ...call, status: 'waiting', attempts: call.attempts - 1, notBefore: now })
}

/** These say nothing of whether the chat can be reached. */
const NO_WORD: readonly CallFailure['kind'][] = [
  'flood',
  'conflict',
  'not-sent',
  'lost',
  'token-revoked',
  'migrated',
]

/**
 * What a try with one call has shown, apart from a refusal of the whole chat.
 * @param failure null: it went through
 */
export async function endTry(
  desk: DispatchDesk,
  held: HeldChat,
  failure: CallFailure | null,
  waitMs: number,
): Promise<void> {
  const now = desk.clock.now()
  await persist(desk, 'Hold not changed', async () => {
    if (failure === null || !NO_WORD.includes(failure.kind)) {
      told(desk, await desk.outbox.releaseHeld(held, desk.laneOfChat(held.chatId), now))
    } else {
      const nextTryAt = new Date(now.getTime() + waitMs)
      await desk.outbox.tryHeldLater({ ...held, nextTryAt, tries: held.tries + 1 })
    }
    await desk.holds.read()
  })
  if (desk.holds.get(held.chatId) === undefined)
    desk.log.info({ chatId: held.chatId }, 'A chat can be reached again: what waited goes out')
}

function told(desk: DispatchDesk, lanes: readonly string[]): void {
  if (lanes.length === 0) return
  desk.counts.news += lanes.length
  notify(desk, () => desk.onReports(lanes))
}
