import type { Desk } from '../../app/desk.ts'
import { findHints } from '../../app/find-hints.ts'
import { lookUpOrder } from '../../app/look-up-order.ts'
import type { Draft, IntakeStep, Prompt, PromptPlace, SettlingPrompt } from '../../domain/intake/draft.ts'
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
  const { desk, customer } = ctx
  const step = stepOf(ctx, draft)
  const hints = step === 'review' ? await findHints(desk, customer, draft) : []
  const id = desk.ids.next()
  const waiting = settlingOf(draft, desk.now)
  const edited = showing.how === 'edit' && waiting === null ? draft.prompt : null
  const ways = replyGround(ctx)
  const note = { text: showing.note ?? null, warned: showing.warned ?? false, hints, ways }
  const promptId = edited === null ? id : edited.callId
  const payload = intakePrompt(ctx.t, desk.rules.catalog, draft, step, note, promptId)
  const form = { id, payload, notBefore: showing.notBefore ?? null }
  if (edited !== null) editForm(ctx, edited, form)
  const prompt = edited ?? sendForm(ctx, draft.prompt, waiting, form)
  desk.stores.drafts.save({ ...draft, asked: step, updatedAt: desk.now, prompt })
}

interface Form {
  readonly id: string
  readonly payload: Record<string, unknown>
  readonly notBefore: Date | null
}

function editForm({ unit, customer }: FormPlace, place: PromptPlace, form: Form): void {
  const { id, payload, notBefore } = form
  unit.send(
    toCustomer(customer, {
      ...{ id, method: 'editMessageText', notBefore, policy: 'repeatable' },
      payload: { message_id: placed(place), ...payload },
      coalesceKey: `prompt:${place.callId}`,
    }),
  )
}

/** A new one below, and the one on the screen loses its buttons. Where there is none it waits for nothing. */
function sendForm(
  ctx: FormPlace,
  before: PromptPlace | null,
  waiting: SettlingPrompt | null,
  { id, payload, notBefore }: Form,
): Prompt {
  const { unit, customer } = ctx
  const above =
    waiting === null ? before && { callId: before.callId, messageId: before.messageId } : waiting.above
  const key = waiting?.key ?? `form:${id}`
  const settling = above && notBefore && { until: notBefore.getTime(), key, above }
  unit.send(
    toCustomer(customer, {
      ...{ id, method: 'sendMessage', payload },
      coalesceKey: settling || waiting ? key : null,
      notBefore: settling && notBefore,
    }),
  )
  // It stands behind the new one in the chat's stream, and so goes after it.
  if (above !== null) stripForm(ctx, above)
  return { callId: id, messageId: null, ...(settling && { settling }) }
}

/** Before it is due a form may be on its way: the work on an update takes time, and clocks differ a little. Milliseconds. */
const SURELY_WAITS_MS = 300

/** The form that waits to be sent below a burst of files; null: there is none, or it may be on its way. */
function settlingOf({ prompt }: Draft, now: Date): SettlingPrompt | null {
  const { settling } = prompt ?? {}
  return settling !== undefined && settling.until - SURELY_WAITS_MS > now.getTime() ? settling : null
}

/** The form's message stays in the chat, without its buttons; one that still waits to be sent gives way to that. */
export function dropButtons(ctx: Omit<FormPlace, 't'>, draft: Draft): void {
  const waiting = settlingOf(draft, ctx.desk.now)
  if (waiting !== null) stripForm(ctx, waiting.above, { coalesceKey: waiting.key })
  else if (draft.prompt !== null) stripForm(ctx, draft.prompt)
}

function stripForm(
  { desk, unit, customer }: Omit<FormPlace, 't'>,
  place: PromptPlace,
  more: { readonly coalesceKey?: string } = {},
): void {
  unit.send(
    toCustomer(customer, {
      id: desk.ids.next(),
      method: 'editMessageReplyMarkup',
      payload: { message_id: placed(place), ...NO_KEYBOARD },
      policy: 'repeatable',
      coalesceKey: `prompt:${place.callId}`,
      ...more,
    }),
  )
}

function placed({ callId, messageId }: PromptPlace) {
  return messageId ?? messageOf(callId)
}
