import { backoffMs } from './backoff.ts'
import { callWithinTime } from './call-within-time.ts'
import { type CallFailure, classifyFailure, type FailedAnswer } from './classify-failure.ts'
import { decideNextStep, type NextStep } from './decide-next-step.ts'
import { type DispatchDesk, notify, persist } from './dispatch-desk.ts'
import { endTry, holdChat } from './hold-chat.ts'
import { isTooNew, TOO_OLD_FOR_MS } from './newer-methods.ts'
import type { HeldChat, Settlement } from './outbox-port.ts'
import { type StoredCall, takesLong } from './outgoing-call.ts'
import { readResults } from './read-result.ts'

/** One call to Telegram on its way: a single one, or the parts of an album together. */
export interface Flight {
  readonly chatId: number
  readonly calls: readonly StoredCall[]
  readonly method: string
  readonly payload: object
  /** Tells the limits when the answer came, or that there will be none: until then the call counts as being on its way. */
  readonly counted: (answeredAt: number) => void
  /** The hold this call is to try, in a chat that could not be reached. */
  readonly tries: HeldChat | null
}

/** Other calls went through so lately that Telegram itself is well. */
const LATELY_MS = 60_000
/** A file may take longer than the answer to a call: 20 MB on a slow line. */
const LONG_MS = 5 * 60_000

/**
 * Marks the calls as sending, makes the call, and stores what came of it.
 * @returns false when the chat should rest a moment, because the store did not let the calls be taken
 */
export async function sendFlight(desk: DispatchDesk, flight: Flight): Promise<boolean> {
  const taken = await takeCalls(desk, flight.calls)
  if (taken === null) {
    flight.counted(desk.clock.now().getTime())
    return false
  }
  const { method, payload } = flight
  const call = { method, payload, timeoutMs: takesLong(method) ? LONG_MS : desk.timeoutMs }
  desk.lastEdits.forget(flight)
  const answer = await callWithinTime(desk.transport, desk.clock, call, desk.stopNow.signal)
  const answeredAt = desk.clock.now().getTime()
  flight.counted(answeredAt)
  if (answer.kind === 'ok') {
    desk.lastEdits.note(flight, answeredAt)
    await settleSent(desk, taken, answer.result)
    if (flight.tries) await endTry(desk, flight.tries, null, 0)
  } else await settleFailure(desk, { ...flight, calls: taken }, answer)
  return true
}

/** @returns the calls with this attempt counted, or null when nothing may be sent */
async function takeCalls(
  desk: DispatchDesk,
  calls: readonly StoredCall[],
): Promise<readonly StoredCall[] | null> {
  const asTaken = (call: StoredCall): StoredCall => ({
    ...call,
    status: 'sending',
    attempts: call.attempts + 1,
    sender: desk.sender,
  })
  const untouched = { inMs: 0, maybeTwice: false, countAttempt: false }
  let ids: ReadonlySet<string>
  try {
    ids = await desk.markSending(calls.map((call) => call.id))
  } catch (error) {
    desk.log.error({ err: error }, 'Calls not marked as sending')
    // They may be marked all the same: a connection can break between a commit and its answer.
    await giveBack(desk, calls.map(asTaken), untouched)
    return null
  }
  // What was not taken is no longer waiting: finished, superseded or moved by somebody else.
  const taken = calls.filter((call) => ids.has(call.id)).map(asTaken)
  if (taken.length === calls.length) return taken
  await giveBack(desk, taken, untouched)
  return null
}

async function settleSent(desk: DispatchDesk, calls: readonly StoredCall[], result: unknown): Promise<void> {
  desk.lastOkAt = desk.clock.now().getTime()
  const results = readResults(result, calls.length)
  await desk.settle(
    calls.map((call, index) => ({
      call,
      status: 'sent',
      result: results[index] ?? {},
      maybeTwice: call.maybeTwice,
    })),
  )
}

async function settleFailure(desk: DispatchDesk, flight: Flight, answer: FailedAnswer): Promise<void> {
  const failure = classifyFailure(answer, flight.chatId)
  const { method, chatId, calls, tries } = flight
  const callIds = calls.map((call) => call.id)
  const fields = { method, chatId, callIds, failure, description: answer.description }
  if (failure.kind === 'bad-formatting') desk.log.error(fields, 'Telegram cannot parse our formatting')
  // Said when the chat was held; each vain try says nothing new.
  else if (tries) desk.log.debug(fields, 'A try of a held chat was in vain')
  else desk.log.warn(fields, 'Call not answered with ok')
  const first = flight.calls[0]
  if (!first) return
  const step = isTooNew(flight.method, answer)
    ? noteTooNew(desk, flight.method)
    : nextStep(desk, first, failure, flight)
  await applyStep(desk, flight, step, answer.description)
  if (tries && step.kind !== 'hold') await endTry(desk, tries, failure, vainTryMs(desk, tries))
}

function vainTryMs(desk: DispatchDesk, { tries }: HeldChat): number {
  return backoffMs(tries + 1, desk.backoff, desk.random)
}

function noteTooNew(desk: DispatchDesk, method: string): NextStep {
  desk.tooNew.set(method, desk.clock.now().getTime() + TOO_OLD_FOR_MS)
  return { kind: 'failed', reason: 'unsupported' }
}

/** For calls whose process died while they were in flight: their answers are lost. */
export async function settleOrphan(desk: DispatchDesk, call: StoredCall): Promise<void> {
  const flight: Flight = { ...call, calls: [call], counted: () => undefined, tries: null }
  const description = 'The process ended while the call was in flight'
  await applyStep(desk, flight, nextStep(desk, call, { kind: 'lost' }, flight), description)
}

function nextStep(desk: DispatchDesk, call: StoredCall, failure: CallFailure, flight: Flight): NextStep {
  return decideNextStep({
    call,
    failure,
    attempts: call.attempts,
    parts: flight.calls.length,
    hint: desk.hints.get(call.id) ?? {},
    heldTries: flight.tries?.tries ?? 0,
    othersSucceed: desk.clock.now().getTime() - desk.lastOkAt < LATELY_MS,
    backoff: desk.backoff,
    random: desk.random,
  })
}

async function applyStep(
  desk: DispatchDesk,
  flight: Flight,
  step: NextStep,
  description: string,
): Promise<void> {
  const { calls, chatId } = flight
  const settleAll = (as: (call: StoredCall) => Settlement) => desk.settle(calls.map(as))
  switch (step.kind) {
    case 'sent':
      return settleAll((call) => ({ call, status: 'sent', result: {}, maybeTwice: call.maybeTwice }))
    case 'failed':
      return settleAll((call) => ({ call, status: 'failed', reason: step.reason, description }))
    case 'unknown':
      return settleAll((call) => ({ call, status: 'unknown' }))
    case 'retry': {
      desk.counts.retried += 1
      if (step.pauseMs) desk.limits.pause(chatId, step.pauseMs, desk.clock.now().getTime())
      const { hint } = step
      if (hint && Object.keys(hint).length > 0) for (const call of calls) desk.hints.set(call.id, hint)
      // Tries of a held chat don't count towards giving up.
      return giveBack(desk, calls, { ...step, countAttempt: step.countAttempt && flight.tries === null })
    }
    case 'hold':
      return holdChat(desk, chatId, calls, step)
    case 'move-chat':
      await giveBack(desk, calls, { inMs: 0, maybeTwice: false, countAttempt: false })
      return moveChat(desk, chatId, step.to)
    case 'stop':
      desk.halted = true
      await giveBack(desk, calls, { inMs: 0, maybeTwice: false, countAttempt: false })
      return notify(desk, desk.onTokenRevoked)
    default:
      return unknownStep(step)
  }
}

async function moveChat(desk: DispatchDesk, from: number, to: number): Promise<void> {
  await persist(desk, 'Chat not moved', async () => {
    const lanes = await desk.outbox.moveChat(from, to, desk.newsOfMove(from, to), desk.clock.now())
    if (lanes.length > 0) notify(desk, () => desk.onReports(lanes))
  })
  desk.pool.removeChat(from)
  desk.holds.doubt()
  desk.rescan()
}

async function giveBack(
  desk: DispatchDesk,
  calls: readonly StoredCall[],
  how: Omit<NextStep & { kind: 'retry' }, 'kind'>,
): Promise<void> {
  if (calls.length === 0) return
  const notBefore = new Date(desk.clock.now().getTime() + how.inMs)
  const maybeTwice = how.maybeTwice || calls.some((call) => call.maybeTwice)
  const { countAttempt, leaveAlbum = false } = how
  const sender = calls[0]?.sender ?? null
  await persist(desk, 'Call not given back', () =>
    desk.outbox.retryLater(
      calls.map((call) => call.id),
      notBefore,
      { maybeTwice, countAttempt, leaveAlbum, sender },
    ),
  )
  for (const call of calls) {
    const attempts = countAttempt ? call.attempts : call.attempts - 1
    const albumKey = leaveAlbum ? null : call.albumKey
    desk.pool.add({ ...call, status: 'waiting', attempts, maybeTwice, notBefore, albumKey })
  }
}

function unknownStep(step: never): never {
  throw new Error(`Unknown step: ${JSON.stringify(step)}`)
}
