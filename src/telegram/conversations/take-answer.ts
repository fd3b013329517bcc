import { countSelfHelp } from '../../app/count-self-help.ts'
import { lookAtPhotos } from '../../app/look-at-photos.ts'
import { openTicket } from '../../app/open-ticket.ts'
import { answerIntake } from '../../domain/intake/answer.ts'
import type { Draft, KeptMessage } from '../../domain/intake/draft.ts'
import type { IntakeInput, IntakeNote, IntakeOutcome } from '../../domain/intake/input.ts'
import { takesMessages } from '../../domain/lifecycle.ts'
import { readTap } from '../callback-data/callback-data.ts'
import { readKept } from '../content/read-content.ts'
import type { DeskContext } from '../context.ts'
import { toCustomer } from '../outgoing.ts'
import { showScreen } from '../say.ts'
import { noteText } from '../views/intake-notes.ts'
import { homeButton, htmlText, keyboard } from '../views/keyboard.ts'
import { tooManyTickets } from '../views/too-many-tickets.ts'
import { dropButtons, formSettlesAt, showStep, stepOf } from './ask-step.ts'
import { readInputs } from './read-input.ts'
import { replyGround, settleReply } from './settle-reply.ts'

/** Open tickets among which the customer may choose. */
const TICKETS_OFFERED = 3

/** Puts what the customer just did into the open draft and shows what comes next. */
export async function takeAnswer(ctx: DeskContext): Promise<void> {
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  if (draft === null) return
  const data = ctx.callbackQuery?.data
  if (data !== undefined) return takeTap(ctx, draft, data)
  if (ctx.message !== undefined) await takeMessages(ctx, draft, [readKept(ctx.message)])
}

async function takeTap(ctx: DeskContext, draft: Draft, data: string): Promise<void> {
  const tap = readTap(data)
  if (tap?.kind !== 'intake' || tap.draftId !== draft.id) return ctx.answerTap(ctx.t.plain('tap-form-closed'))
  const outcome = decide(ctx, draft, { kind: 'tap', step: tap.step, value: tap.value })
  if (outcome.note?.kind === 'stale-tap') return ctx.answerTap(ctx.t.plain('tap-step-passed'))
  if (outcome.consent) giveConsent(ctx)
  if (outcome.notHelped) countSelfHelp(ctx.desk, draft, false)
  const tapped = { ...outcome.draft, prompt: placeOf(ctx, draft.prompt, tap.promptId) }
  if (outcome.finish === 'cancel') return cancelDraft(ctx, tapped)
  if (outcome.finish === 'helped') return endHelped(ctx, tapped)
  if (outcome.finish === 'send') return send(ctx, tapped)
  await showStep(ctx, tapped, {
    how: 'edit',
    note: describeNote(ctx, outcome.note, tapped),
    warned: outcome.note?.kind === 'order-required',
  })
}

/** Where the form stands, known exactly once one of its buttons is tapped; a button of an older message tells nothing. */
function placeOf(ctx: DeskContext, prompt: Draft['prompt'], promptId: string): Draft['prompt'] {
  const messageId = ctx.callbackQuery?.message?.message_id
  return prompt?.callId === promptId && messageId !== undefined ? { callId: promptId, messageId } : prompt
}

async function send(ctx: DeskContext, draft: Draft): Promise<void> {
  const opened = await openTicket(ctx.desk, ctx.customer, draft)
  if ('allowedAt' in opened) return askToWait(ctx, draft, opened.allowedAt)
  // After the confirmation, which is what the customer waits for.
  dropButtons(ctx, draft)
}

/** Too many tickets at once: the form stays as it is, and what is in it may go into an open ticket. */
async function askToWait(ctx: DeskContext, draft: Draft, allowedAt: Date): Promise<void> {
  ctx.desk.stores.drafts.save(draft)
  const open = await ctx.desk.stores.tickets.unfinishedOf(ctx.customer.id)
  const { reopenWindowDays } = ctx.desk.rules
  const taking = open.filter((ticket) => takesMessages(ticket, ctx.desk.now, reopenWindowDays))
  const screen = tooManyTickets(ctx, draft, taking.slice(0, TICKETS_OFFERED), allowedAt)
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: ctx.desk.ids.next(),
      method: 'sendMessage',
      payload: screen,
      coalesceKey: `too-many:${draft.id}`,
    }),
  )
}

/** Ends the form: the customer asked for it, by its button (the form's message says so) or by a command (a new one does). */
export function cancelDraft(ctx: DeskContext, draft: Draft): void {
  ctx.desk.stores.drafts.remove(ctx.customer.id)
  // The form itself says so where it was tapped; one that was tapped above it does not.
  const isTapped = draft.prompt?.messageId === ctx.callbackQuery?.message?.message_id
  if (!isTapped) dropButtons(ctx, draft)
  showScreen(ctx, ctx.t.html('form-cancelled'), keyboard(homeButton(ctx.t)))
}

/** The problem's ready answer was all the customer needed. */
function endHelped(ctx: DeskContext, draft: Draft): void {
  countSelfHelp(ctx.desk, draft, true)
  ctx.desk.stores.drafts.remove(ctx.customer.id)
  showScreen(ctx, ctx.t.html('answer-helped'), keyboard(homeButton(ctx.t)))
}

/** Takes messages into the draft and shows once what became of them; some came before the draft was begun. */
export async function takeMessages(
  ctx: DeskContext,
  draft: Draft,
  messages: readonly KeptMessage[],
): Promise<void> {
  let current = draft
  let replace = false
  const notes = new Map<IntakeNote['kind'], IntakeNote>()
  for (const message of messages) {
    for (const input of readInputs(message, !current.descriptionDone)) {
      const outcome = decide(ctx, current, input)
      current = outcome.draft
      if (outcome.note !== null) notes.set(outcome.note.kind, outcome.note)
      replace ||= input.kind === 'text' || input.kind === 'caption'
    }
  }
  lookAtPhotos(ctx.desk, ctx.customer, draft, current)
  const said = [...notes.values()].flatMap((note) => describeNote(ctx, note, current) ?? [])
  const text = said.length === 0 ? null : said.join('\n')
  if (replace) await showStep(ctx, current, { how: 'replace', note: text })
  else await showQuietly(ctx, { before: draft, after: current }, text, [...notes.keys()].join('+'))
}

/** Photos and files come in bursts: below the last of them the form counts them all, and one line says what else there is to say. */
async function showQuietly(
  ctx: DeskContext,
  { before, after }: { readonly before: Draft; readonly after: Draft },
  text: string | null,
  key: string,
): Promise<void> {
  const settled = formSettlesAt(ctx.desk.now)
  if (text !== null) {
    ctx.unit.send(
      toCustomer(ctx.customer, {
        id: ctx.desk.ids.next(),
        method: 'sendMessage',
        payload: htmlText(text),
        coalesceKey: `note:${after.id}:${key}`,
        notBefore: settled,
      }),
    )
  }
  const step = stepOf(ctx, after)
  const counts = step === 'photos' || step === 'review'
  const changed =
    before.attachments !== after.attachments || (step === 'review' && before.kept !== after.kept)
  if (counts && (changed || after.prompt === null)) {
    await showStep(ctx, after, { how: 'replace', notBefore: settled })
    return
  }
  ctx.desk.stores.drafts.save({ ...after, updatedAt: ctx.desk.now })
}

function decide(ctx: DeskContext, draft: Draft, input: IntakeInput): IntakeOutcome {
  const consentGiven = ctx.customer.consentAt !== null
  const outcome = answerIntake(draft, input, ctx.desk.rules.catalog, consentGiven, replyGround(ctx))
  return { ...outcome, draft: settleReply(ctx, outcome) }
}

export function describeNote(ctx: DeskContext, note: IntakeNote | null, draft: Draft): string | null {
  return note === null ? null : noteText(ctx.t, note, draft, ctx.desk.rules.catalog.orderNumber.example)
}

function giveConsent(ctx: DeskContext): void {
  ctx.customer = { ...ctx.customer, consentAt: ctx.desk.now }
  ctx.desk.stores.customers.save(ctx.customer)
}
