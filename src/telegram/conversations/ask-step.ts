import type { Desk } from '../../app/desk.ts'
import { findHints } from '../../app/find-hints.ts'
import { lookUpOrder } from '../../app/look-up-order.ts'
import type { Draft, IntakeStep, PromptPlace, SettlingPrompt } from '../../domain/intake/draft.ts'
import { nextStep } from '../../domain/intake/steps.ts'
import type { Customer } from '../../domain/people.ts'
import type { Texts } from '../../texts/texts.ts'
import type { DeskContext, DeskUnit } from '../context.ts'
import { messageOf, toCustomer } from '../outgoing.ts'
import { intakePrompt } from '../views/intake-prompt.ts'
import { NO_KEYBOARD } from '../views/keyboard.ts'
import { replyGround } from './settle-reply.ts'

/** How the question gets on the screen. */
export interface Showing {
  /** `edit`: the form's message changes in place, unless the form still waits; `replace`: a new one below, the old one loses its buttons. */
  readonly how: 'edit' | 'replace'
  /** HTML above the question. */
  readonly note?: string | null
  /** The note about a missing order number is part of it. */
  readonly warned?: boolean
  /** It waits for more parts of an album. */
  readonly notBefore?: Date | null
}

/** What a form is shown with: an update's context, or what a notice has at hand. */
export interface FormPlace {
  readonly desk: Pick<Desk, 'stores' | 'rules' | 'ids' | 'now'>
  readonly unit: Pick<DeskUnit, 'send'>
  readonly customer: Customer
  readonly t: Texts
}

/** An album counts as complete when this long passes without a further part. Milliseconds. */
export const ALBUM_SETTLES_MS = 1500

/** When an edit goes out that may be followed by another: photos come, and are looked at, in bursts. */
export function formSettlesAt(now: Date): Date {
  return new Date(now.getTime() + ALBUM_SETTLES_MS)
}

/** Shows the question of the first unanswered step, unless it is on the screen. @returns false when no form is open */
export async function askStep(ctx: DeskContext): Promise<boolean> {
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  if (draft === null) return false
  const step = stepOf(ctx, draft)
  if (draft.asked !== step || draft.prompt === null) await showStep(ctx, draft, { how: 'replace' })
  return true
}

export function stepOf(ctx: Pick<FormPlace, 'desk' | 'customer'>, draft: Draft): IntakeStep {
  return nextStep(draft, ctx.desk.rules.catalog, ctx.customer.consentAt !== null)
}

/** Saves the draft and puts its current question on the screen. Whatever brought an order's number, the shop is asked here. */
export async function showStep(ctx: DeskContext, draft: Draft, showing: Showing): Promise<void> {
  await putForm(ctx, await lookUpOrder(ctx.desk, ctx.customer, draft), showing)
}

/** The same without questions to anybody. */
export async function putForm(ctx: FormPlace, draft: Draft, showing: Showing): Promise<void> {
  const { desk, unit, customer } = ctx
  const { notBefore = null } = showing
  const step = stepOf(ctx, draft)
  const hints = step === 'review' ? await findHints(desk, customer, draft) : []
  const id = desk.ids.next()
  const waiting = settlingOf(draft, desk.now)
  const inPlace = showing.how === 'edit' && draft.prompt !== null && waiting === null
  const ways = replyGround(ctx)
  const note = { text: showing.note ?? null, warned: showing.warned ?? false, hints, ways }
  const promptId = inPlace ? draft.prompt.callId : id
  const payload = intakePrompt(ctx.t, desk.rules.catalog, draft, step, note, promptId)
  const shown = { ...draft, asked: step, updatedAt: desk.now }
  if (inPlace) {
    const target = draft.prompt.messageId ?? messageOf(draft.prompt.callId)
    unit.send(
      toCustomer(customer, {
        id,
        method: 'editMessageText',
        payload: { message_id: target, ...payload },
        policy: 'repeatable',
        coalesceKey: `prompt:${draft.prompt.callId}`,
        notBefore,
      }),
    )
    desk.stores.drafts.save(shown)
    return
  }
  const above = waiting === null ? placeOf(draft) : waiting.above
  const settling =
    above === null || notBefore === null
      ? null
      : { until: notBefore.getTime(), key: waiting?.key ?? `form:${id}`, above }
  const coalesceKey = (settling ?? waiting)?.key ?? null
  const goesAt = settling === null ? null : notBefore
  unit.send(toCustomer(customer, { id, method: 'sendMessage', payload, coalesceKey, notBefore: goesAt }))
  // It stands behind the new one in the chat's stream, and so goes after it.
  if (above !== null) stripPrompt(ctx, above)
  const prompt = { callId: id, messageId: null, ...(settling && { settling }) }
  desk.stores.drafts.save({ ...shown, prompt })
}

/** Before it is due a form may be on its way: the work on an update takes time, and clocks differ a little. Milliseconds. */
const SURELY_WAITS_MS = 300

/** The form that waits to be sent below a burst of files; null: there is none, or it may be on its way. */
function settlingOf({ prompt }: Draft, now: Date): SettlingPrompt | null {
  const { settling } = prompt ?? {}
  return settling !== undefined && settling.until - SURELY_WAITS_MS > now.getTime() ? settling : null
}

function placeOf({ prompt }: Draft): SettlingPrompt['above'] | null {
  return prompt && { callId: prompt.callId, messageId: prompt.messageId }
}

/** The form's message stays in the chat, without its buttons; one that still waits to be sent gives way to that. */
export function dropButtons(ctx: Omit<FormPlace, 't'>, draft: Draft): void {
  const waiting = settlingOf(draft, ctx.desk.now)
  if (waiting !== null) stripPrompt(ctx, waiting.above, { coalesceKey: waiting.key })
  else if (draft.prompt !== null) stripPrompt(ctx, draft.prompt)
}

function stripPrompt(
  { desk, unit, customer }: Omit<FormPlace, 't'>,
  { callId, messageId }: PromptPlace,
  more: { readonly coalesceKey?: string } = {},
): void {
  unit.send(
    toCustomer(customer, {
      id: desk.ids.next(),
      method: 'editMessageReplyMarkup',
      payload: { message_id: messageId ?? messageOf(callId), ...NO_KEYBOARD },
      policy: 'repeatable',
      coalesceKey: `prompt:${callId}`,
      ...more,
    }),
  )
}
