import { callWeight } from './call-weight.ts'
import { type ChatQueue, chooseNext } from './choose-next.ts'
import type { SendHint } from './decide-next-step.ts'
import type { DispatchDesk } from './dispatch-desk.ts'
import { mergeAlbum } from './merge-album.ts'
import { mergeTexts } from './merge-texts.ts'
import type { HeldChat } from './outbox-port.ts'
import { type CallRef, isUpkeep, type StoredCall } from './outgoing-call.ts'
import { withoutFormatting } from './plain-text.ts'
import { resolveRefs } from './resolve-refs.ts'
import type { Flight } from './send-flight.ts'
import { supersede, visitHeld } from './visit-held.ts'

/** `until` in ms since 1970, null: no moment is known; `hasBlocked`: another call's answer may help. */
export type Visit =
  | { readonly kind: 'flight'; readonly flight: Flight }
  | { readonly kind: 'wait'; readonly until: number | null; readonly hasBlocked: boolean }
  | { readonly kind: 'empty' }

/** How often, and which streams of it, a chat has been served. */
export type Served = Pick<ChatQueue, 'turn' | 'lastServed'>

type Built = Pick<Flight, 'method' | 'payload'> & { readonly weight: number }

/** Looks at one chat without a call in flight: what may leave now, or when to look again. */
export async function visitChat(desk: DispatchDesk, chatId: number, served: Served): Promise<Visit> {
  desk.refs.lookAgain()
  while (desk.pool.ofChat(chatId).length > 0) {
    const held = await heldNow(desk, chatId)
    const visit = held && (await visitHeld(desk, held))
    if (visit?.kind === 'wait') return { ...visit, hasBlocked: false }
    if (await skipWithoutRoom(desk, chatId)) continue
    const choose = (calls: readonly StoredCall[]) => chooseNext({ ...queueOf(desk, served), calls })
    const ofTry = visit && choose(visit.calls)
    const choice = ofTry?.kind === 'send' ? ofTry : choose(desk.pool.ofChat(chatId))
    if (await desk.refs.loadMissing()) continue
    await supersede(desk, choice.superseded)
    if (choice.kind === 'wait') return choice
    const built = await build(desk, choice.calls)
    if (!built) continue
    const now = desk.clock.now().getTime()
    // Telegram is in the state that is asked for: as after an answer that says so.
    if (held === null && desk.lastEdits.isSame({ chatId, ...built }, now)) {
      await desk.settle(choice.calls.map((call) => ({ call, status: 'sent', result: {}, maybeTwice: false })))
      continue
    }
    const wait = desk.limits.waitMs(chatId, built.weight, now, choice.isUrgent)
    if (wait > 0) return { kind: 'wait', until: now + wait, hasBlocked: choice.hasBlocked }
    const counted = desk.limits.record(chatId, built.weight, now, choice.calls.every(isUpkeep))
    return { kind: 'flight', flight: { chatId, calls: choice.calls, ...built, counted, tries: held } }
  }
  return { kind: 'empty' }
}

/** @returns whether there was something to skip */
async function skipWithoutRoom(desk: DispatchDesk, chatId: number): Promise<boolean> {
  const calls = desk.pool.ofChat(chatId)
  if (calls.every((call) => call.roomPercent === null)) return false
  const now = desk.clock.now().getTime()
  const waiting = weightOf(calls)
  const skipped = calls.filter(
    ({ id, roomPercent }) =>
      roomPercent !== null && !desk.limits.hasRoom(chatId, waiting, roomPercent, now, belongings(calls, id)),
  )
  if (skipped.length > 0) await desk.settle(skipped.map((call) => ({ call, status: 'skipped' })))
  return skipped.length > 0
}

/** What a topic is asked for with, its card aside: files, and messages that came with the form. In actions. */
function belongings(calls: readonly StoredCall[], topicCallId: string): number {
  const isFor = ({ payload }: StoredCall) =>
    (payload.message_thread_id as Partial<CallRef> | undefined)?.$ref === topicCallId
  return Math.max(0, weightOf(calls.filter(isFor)) - 1)
}

function weightOf(calls: readonly StoredCall[]): number {
  return calls.reduce((sum, call) => sum + callWeight(call.method, call.payload), 0)
}

function queueOf(desk: DispatchDesk, served: Served) {
  return {
    ...served,
    now: desk.clock.now().getTime(),
    isBlocked: (call: StoredCall) => desk.busyElsewhere.has(call.stream) || desk.refs.isBlocked(call),
  }
}

/** Before a try the table has the last word: the chat may have told meanwhile that it can, or can't, be reached. */
async function heldNow(desk: DispatchDesk, chatId: number): Promise<HeldChat | null> {
  const held = desk.holds.get(chatId)
  const isDue = held?.nextTryAt != null && held.nextTryAt <= desk.clock.now()
  if (isDue) await desk.holds.read()
  return desk.holds.get(chatId) ?? null
}

/** @returns null when a call had to be given up: what it refers to will never exist, or the server is too old for it */
async function build(desk: DispatchDesk, calls: readonly StoredCall[]): Promise<Built | null> {
  const parts: { method: string; payload: Readonly<Record<string, unknown>> }[] = []
  for (const call of calls) {
    if ((desk.tooNew.get(call.method) ?? 0) > desk.clock.now().getTime()) {
      const description = `The server refused ${call.method} a while ago`
      await desk.settle([{ call, status: 'failed', reason: 'unsupported', description }])
      return null
    }
    const resolution = resolveRefs(call.payload, call.chatId, desk.refs.lookup)
    if (resolution.kind !== 'ready') {
      const description = `The call ${resolution.on} it refers to was not sent`
      await desk.settle([{ call, status: 'failed', reason: 'reference-missing', description }])
      return null
    }
    parts.push({
      method: call.method,
      payload: applyHint(inItsPlace(resolution.payload, parts.length), desk.hints.get(call.id) ?? {}),
    })
  }
  const [first] = parts
  if (!first) return null
  const whole = parts.length === 1 ? first : merge(parts)
  return { ...whole, weight: callWeight(whole.method, whole.payload) }
}

function merge(parts: Parameters<typeof mergeAlbum>[0]) {
  return parts[0]?.method === 'sendMessage' ? mergeTexts(parts) : mergeAlbum(parts)
}

/** Only the first of an album says what is said once for all of it. */
function inItsPlace(payload: Readonly<Record<string, unknown>>, index: number) {
  const { $first = {}, ...always } = payload
  return index === 0 && typeof $first === 'object' ? { ...always, ...$first } : always
}

function applyHint(payload: Readonly<Record<string, unknown>>, hint: SendHint) {
  const { reply_parameters, ...rest } = payload
  const reply = hint.noReply || reply_parameters === undefined ? {} : { reply_parameters }
  const shown = { ...rest, ...reply }
  return hint.plain ? withoutFormatting(shown) : shown
}
