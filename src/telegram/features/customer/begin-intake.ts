import type { Draft, KeptMessage, KnownBefore } from '../../../domain/intake/draft.ts'
import { fillIn } from '../../../domain/intake/fill-in.ts'
import { newDraft } from '../../../domain/intake/steps.ts'
import type { DeskContext } from '../../context.ts'
import { dropButtons, showStep } from '../../conversations/ask-step.ts'
import { takeMessages } from '../../conversations/take-answer.ts'
import { isTurnedAway } from './ban-gate.ts'

const TICKETS_LOOKED_AT = 20
const EARLIER_ORDERS = 3

export interface IntakeInit {
  readonly precededById?: string | null
  /** What the customer has already said: it goes into the draft. */
  readonly said?: readonly KeptMessage[]
  /** By a link of the shop's site. */
  readonly known?: KnownBefore
  /** Leave an open draft behind; else it goes on, with what was said in it. */
  readonly afresh?: boolean
}

/** Begins the form, or goes on with the open one. Call it only behind `createConversation`. */
export async function beginIntake(ctx: DeskContext, init: IntakeInit = {}): Promise<void> {
  if (isTurnedAway(ctx)) return
  const { drafts } = ctx.desk.stores
  const open = await drafts.of(ctx.customer.id)
  if (open !== null) dropButtons(ctx, open)
  const goesOn = open !== null && init.afresh !== true
  const draft = goesOn
    ? { ...open, prompt: null, precededById: open.precededById ?? init.precededById ?? null }
    : await beginDraft(ctx, init)
  drafts.save(draft)
  if (init.said !== undefined) await takeMessages(ctx, draft, init.said)
  if (goesOn && init.said === undefined)
    await showStep(ctx, draft, { how: 'replace', note: ctx.t.html('draft-goes-on') })
  if (!goesOn && typeof draft.orderNumber === 'string') {
    const note = ctx.t.html('link-followed', { number: draft.orderNumber })
    await showStep(ctx, draft, { how: 'replace', note })
  }
  await ctx.conversation.exitAll()
  await ctx.conversation.enter('intake')
}

async function beginDraft(ctx: DeskContext, { precededById, known }: IntakeInit): Promise<Draft> {
  const draft = newDraft({
    id: ctx.desk.ids.next(),
    customerId: ctx.customer.id,
    now: ctx.desk.now,
    precededById: precededById ?? null,
    earlierOrders: await earlierOrders(ctx),
  })
  return known === undefined ? draft : fillIn(draft, known, ctx.desk.rules.catalog)
}

/** One tap instead of a number to be looked up. */
async function earlierOrders(ctx: DeskContext): Promise<readonly string[]> {
  const numbers = await ctx.desk.stores.tickets.ordersOf(ctx.customer.id, TICKETS_LOOKED_AT)
  return [...new Set(numbers)].slice(0, EARLIER_ORDERS)
}
