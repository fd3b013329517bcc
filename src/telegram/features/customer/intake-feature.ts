import { createConversation } from '@grammyjs/conversations'
import { Composer, type Context } from 'grammy'
import { TAP } from '../../../domain/intake/tapped.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { intake, isForForm } from '../../conversations/intake.ts'
import { cancelDraft, takeAnswer } from '../../conversations/take-answer.ts'
import { toCustomer } from '../../outgoing.ts'
import { tellCustomer } from '../../say.ts'
import { NO_KEYBOARD } from '../../views/keyboard.ts'

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

intakeFeature.command('cancel', async (ctx) => {
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  await ctx.conversation.exitAll()
  if (draft === null) tellCustomer(ctx, ctx.t.html('nothing-to-cancel'))
  else cancelDraft(ctx, draft)
})
