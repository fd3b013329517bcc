import { createConversation } from '@grammyjs/conversations'
import { Composer, type Context } from 'grammy'
import { addDraftToTicket } from '../../../app/add-draft-to-ticket.ts'
import { ownTicket } from '../../../app/route-customer-message.ts'
import { TAP } from '../../../domain/intake/tapped.ts'
import { takesMessages } from '../../../domain/lifecycle.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { dropButtons } from '../../conversations/ask-step.ts'
import { intake, isForForm } from '../../conversations/intake.ts'
import { cancelDraft, takeAnswer } from '../../conversations/take-answer.ts'
import { toCustomer } from '../../outgoing.ts'
import { changeTapped, tellCustomer } from '../../say.ts'
import { NO_KEYBOARD } from '../../views/keyboard.ts'
import { wayOfAnswer } from '../../views/way-of-answer.ts'

export const intakeFeature = new Composer<DeskContext>()

/** A button of a form that was sent, cancelled or left behind. */
intakeFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'intake') return next()
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  if (draft?.id === tap.draftId) return next()
  ctx.answerTap(ctx.t.plain('tap-form-closed'))
  const messageId = ctx.callbackQuery.message?.message_id
  // A second tap on "Cancel": the message says so by now, and its button leads to the menu.
  if (messageId === undefined || tap.value === TAP.cancel) return
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: ctx.desk.ids.next(),
      method: 'editMessageReplyMarkup',
      payload: { message_id: messageId, ...NO_KEYBOARD },
      policy: 'repeatable',
    }),
  )
})

intakeFeature.use(createConversation<DeskContext, Context>(intake, { id: 'intake' }))

/** An open draft without a replay log (a deploy, an outage): the update is its answer, and the form goes on from the draft. */
intakeFeature.filter(isForForm, async (ctx, next) => {
  if ((await ctx.desk.stores.drafts.of(ctx.customer.id)) === null) return next()
  await takeAnswer(ctx)
  if ((await ctx.desk.stores.drafts.of(ctx.customer.id)) !== null) await ctx.conversation.enter('intake')
})

/** Too many tickets in an hour: what the form holds goes into an open one. */
intakeFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'into') return next()
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  if (draft?.id !== tap.draftId) return ctx.answerTap(ctx.t.plain('tap-form-closed'))
  const ticket = await ownTicket(ctx.desk, ctx.customer, tap.ticketId)
  if (ticket === null) return ctx.answerTap(ctx.t.plain('tap-not-yours'))
  if (!takesMessages(ticket, ctx.desk.now, ctx.desk.rules.reopenWindowDays)) {
    return ctx.answerTap(ctx.t.plain('tap-ticket-ended'), true)
  }
  const added = await addDraftToTicket(ctx.desk, ctx.customer, draft, ticket)
  dropButtons(ctx, draft)
  const said = ctx.t.html('draft-added', { number: formatTicketNumber(ticket.number) })
  const isOther = added.replyTo !== ticket.replyTo || added.replyChannel !== ticket.replyChannel
  changeTapped(ctx, [said, ...(isOther ? wayOfAnswer(ctx.t, added, 'changed') : [])].join('\n'), {})
  await ctx.conversation.exitAll()
})

intakeFeature.command('cancel', async (ctx) => {
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  await ctx.conversation.exitAll()
  if (draft === null) tellCustomer(ctx, ctx.t.html('nothing-to-cancel'))
  else cancelDraft(ctx, draft)
})
