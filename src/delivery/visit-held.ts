import { supersededCalls } from './choose-next.ts'
import { outlastsHold, waitedTooLong } from './decide-next-step.ts'
import { type DispatchDesk, notify } from './dispatch-desk.ts'
import type { HeldChat } from './outbox-port.ts'
import type { StoredCall } from './outgoing-call.ts'

/** A held chat is looked at so often, for calls that have waited too long. Milliseconds. */
const LOOK_EVERY_MS = 3_600_000

/** `due`: a try may go, with what is left of these calls; otherwise nothing before `until` (ms since 1970). */
export type HeldVisit =
  | { readonly kind: 'due'; readonly calls: readonly StoredCall[] }
  | { readonly kind: 'wait'; readonly until: number }

/** Looks at a chat that can't be reached: gives up what is not worth waiting, tells of what waits, and says whether a try is due. */
export async function visitHeld(desk: DispatchDesk, held: HeldChat): Promise<HeldVisit> {
  const { chatId } = held
  await supersede(desk, supersededCalls(desk.pool.ofChat(chatId)))
  await giveUp(desk, held)
  await tellOfWaiting(desk, held)
  const now = desk.clock.now().getTime()
  const tryAt = held.nextTryAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (tryAt > now) return { kind: 'wait', until: Math.min(tryAt, now + LOOK_EVERY_MS) }
  return { kind: 'due', calls: callsOfTry(desk.pool.ofChat(chatId), held) }
}

/** The stream of the refused call comes first: what stood in the way of that call may be no hindrance to another. */
function callsOfTry(calls: readonly StoredCall[], held: HeldChat): readonly StoredCall[] {
  const refused = calls.find((call) => call.id === held.callId)
  return refused === undefined ? calls : calls.filter((call) => call.stream === refused.stream)
}

/** Marks calls that a newer one makes needless. */
export async function supersede(desk: DispatchDesk, calls: readonly StoredCall[]): Promise<void> {
  if (calls.length === 0) return
  await desk.outbox.supersede(calls.map((call) => call.id))
  desk.pool.remove(calls)
  for (const call of calls)
    desk.refs.remember(call.id, { status: 'superseded', chatId: call.chatId, result: null })
}

async function giveUp(desk: DispatchDesk, { chatId, reason }: HeldChat): Promise<void> {
  const now = desk.clock.now()
  const calls = desk.pool.ofChat(chatId)
  const needless = calls.filter((call) => !outlastsHold(call))
  const late = calls.filter((call) => outlastsHold(call) && waitedTooLong(call, reason, now))
  const failed = (call: StoredCall, why: string, description: string) =>
    ({ call, status: 'failed', reason: why, description }) as const
  const settlements = [
    ...needless.map((call) => failed(call, reason, 'The chat cannot be reached, and this does not wait')),
    ...late.map((call) => failed(call, 'waited-too-long', 'The chat could not be reached for too long')),
  ]
  if (settlements.length > 0) await desk.settle(settlements)
}

/** Whoever asked how a person's message ends learns that it waits: once a hold. */
async function tellOfWaiting(desk: DispatchDesk, { chatId, reason, since }: HeldChat): Promise<void> {
  if (reason !== 'blocked') return
  const untold = desk.pool
    .ofChat(chatId)
    .filter((call) => call.report !== null && (call.heldAt === null || call.heldAt < since))
  if (untold.length === 0) return
  // Not before the hold, even where the clock was set back: nobody is told twice.
  const now = new Date(Math.max(desk.clock.now().getTime(), since.getTime()))
  const lanes = await desk.outbox.reportHeld(untold, now)
  desk.pool.remove(untold)
  for (const call of untold) desk.pool.add({ ...call, heldAt: now })
  desk.counts.news += lanes.length
  notify(desk, () => desk.onReports(lanes))
}
