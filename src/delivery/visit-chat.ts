import { callWeight } from './call-weight.ts'
import { type ChatQueue, type Choice, chooseNext } from './choose-next.ts'
import type { SendHint } from './decide-next-step.ts'
import type { DispatchDesk } from './dispatch-desk.ts'
import { mergeAlbum } from './merge-album.ts'
import type { StoredCall } from './outgoing-call.ts'
import { withoutFormatting } from './plain-text.ts'
import { resolveRefs } from './resolve-refs.ts'
import type { Flight } from './send-flight.ts'

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
    if (await skipWithoutRoom(desk, chatId)) continue
    const choice = chooseNext({
      calls: desk.pool.ofChat(chatId),
      ...served,
      now: desk.clock.now().getTime(),
      isBlocked: desk.refs.isBlocked,
      isAlone: (call) => desk.hints.get(call.id)?.alone === true,
    })
    if (await desk.refs.loadMissing()) continue
    await dropSuperseded(desk, choice)
    if (choice.kind === 'wait') return choice
    const built = await build(desk, choice.calls)
    if (!built) continue
    const now = desk.clock.now().getTime()
    const wait = desk.limits.waitMs(chatId, built.weight, now, choice.isUrgent)
    if (wait > 0) return { kind: 'wait', until: now + wait, hasBlocked: choice.hasBlocked }
    const counted = desk.limits.record(chatId, built.weight, now)
    return { kind: 'flight', flight: { chatId, calls: choice.calls, ...built, counted } }
  }
  return { kind: 'empty' }
}

/** @returns whether there was something to skip */
async function skipWithoutRoom(desk: DispatchDesk, chatId: number): Promise<boolean> {
  const calls = desk.pool.ofChat(chatId)
  if (calls.every((call) => call.roomPercent === null)) return false
  const now = desk.clock.now().getTime()
  const waiting = calls.reduce((sum, call) => sum + callWeight(call.method, call.payload), 0)
  const skipped = calls.filter(
    ({ roomPercent }) => roomPercent !== null && !desk.limits.hasRoom(chatId, waiting, roomPercent, now),
  )
  if (skipped.length > 0) await desk.settle(skipped.map((call) => ({ call, status: 'skipped' })))
  return skipped.length > 0
}

async function dropSuperseded(desk: DispatchDesk, choice: Choice): Promise<void> {
  if (choice.superseded.length === 0) return
  await desk.outbox.supersede(choice.superseded.map((call) => call.id))
  desk.pool.remove(choice.superseded)
  for (const call of choice.superseded)
    desk.refs.remember(call.id, { status: 'superseded', chatId: call.chatId, result: null })
}

/** @returns null when a call had to be given up because what it refers to will never exist */
async function build(desk: DispatchDesk, calls: readonly StoredCall[]): Promise<Built | null> {
  const parts: { method: string; payload: Readonly<Record<string, unknown>> }[] = []
  for (const call of calls) {
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
  const whole = parts.length === 1 ? first : mergeAlbum(parts)
  return { ...whole, weight: callWeight(whole.method, whole.payload) }
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
